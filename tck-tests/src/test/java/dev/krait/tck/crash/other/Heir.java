package dev.krait.tck.crash.other;

import dev.krait.Namespace;
import dev.krait.Python;
import java.util.concurrent.Callable;

/** Uses in every way what {@link Legacy} left; answers how many uses worked and how many were refused. */
public final class Heir implements Callable<String> {
    private static final String USE = """
            import copy, gc, operator, pickle, sys, time, traceback
            worked, refused = [], []
            USES = dict(
                str=str, repr=repr, hash=hash, bool=bool, dir=dir, len=len, iter=list, call=lambda x: x(), call1=lambda x: x(1),
                call3=lambda x: x(1, 2, c=3), eq=lambda x: x == x, ne=lambda x: x != mine, lt=lambda x: x < x,
                add=lambda x: x + x, item=lambda x: x[0], items=lambda x: x['one'], set=lambda x: operator.setitem(x, 0, 5),
                delete=lambda x: operator.delitem(x, 0), contains=lambda x: 1 in x, attr=lambda x: x.name,
                absent=lambda x: x.noSuchName, setattr=lambda x: setattr(x, 'name', 'n'), late=lambda x: x.late(),
                size=lambda x: x.size(), stream=lambda x: x.stream().map(str).toList(), sort=lambda x: x.sort(key=str),
                copy=copy.copy, deepcopy=copy.deepcopy, pickle=pickle.dumps, view=memoryview, format=lambda x: f'{x:>10}',
                mine=lambda x: mine.addAll(x), given=lambda x: mine.add(x), mapped=lambda x: mine.stream().map(x).toList(),
                doc=lambda x: x.__doc__, cls=lambda x: type(x).__mro__, sub=lambda x: type('Sub', (x,), {})(),
                isinstance=lambda x: isinstance(mine, x), raise_=lambda x: (_ for _ in ()).throw(x), next=next, float=float,
                run=lambda x: x.run(), enter=lambda x: x.__enter__(), await_=lambda x: x.__await__(), index=operator.index,
                trace=lambda x: traceback.format_exception(type(x), x, x.__traceback__))
            for name, what in sys.legacy.items():
                for use, how in USES.items():
                    try:
                        how(what)
                        worked.append((name, use))
                    except Exception as error:
                        str(error)
                        ''.join(traceback.format_exception(type(error), error, error.__traceback__))
                        refused.append((name, use))
            turns = len(sys.legacy_turns)
            deadline = time.time() + 20
            while len(sys.legacy_turns) < turns + 5 and time.time() < deadline:
                time.sleep(0.01)
            assert len(sys.legacy_turns) >= turns + 5, 'the thread stands still'
            sys.legacy_stop = True
            del sys.legacy_key
            for name in list(sys.legacy):
                del sys.legacy[name]
            del what
            gc.collect()
            assert ('list', 'str') in worked and ('function', 'call1') in worked and ('bean', 'late') in refused
            """;

    /** Made by reflection. */
    public Heir() {}

    @Override
    public String call() {
        try (Namespace names = Python.start().newNamespace()) {
            names.set("mine", new java.util.ArrayList<>(java.util.List.of(1, 2)));
            names.exec(USE);
            return names.eval("f'{len(worked)} worked, {len(refused)} refused'").as(String.class);
        }
    }
}
