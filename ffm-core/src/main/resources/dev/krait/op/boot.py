"""What Krait does in Python because Python says it shorter. Runs once, before anything else."""
import builtins
import sys
from _ast import Expr, Expression, PyCF_ONLY_AST
from itertools import count, islice
from types import ModuleType

FILE = '<krait>'
KEPT_SOURCES = 1000
DROPPED_AT_ONCE = 100
KEPT_FRAMES = 500
SHOWN = 200
SHOWN_BEFORE = 100
FUTURE_FLAGS = 0x1ff0000
pending_sources = {}
source_names = {}
known_frames = {}
builtin_names = {}
last_steps = []
PLAIN = {ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, StopIteration, NameError,
         ZeroDivisionError, Exception, LookupError, OverflowError, AssertionError, NotImplementedError}


# Each step on what all threads share must be one call of C: a thread may lose the GIL or be interrupted anywhere else.
numbers = count(1)


def nothing():
    pass


def remember(source, filename):
    """Lets tracebacks show the lines of evaluated text."""
    if len(source_names) >= KEPT_SOURCES:
        cache = getattr(sys.modules.get('linecache'), 'cache', {})  # none while it is being imported
        for oldest in list(source_names)[:DROPPED_AT_ONCE]:
            for kept in (source_names, pending_sources, cache):
                kept.pop(oldest, None)
    source_names[filename] = None
    pending_sources[filename] = source
    # importing linecache takes milliseconds: a single line can wait until somebody shows a traceback
    if 'linecache' in sys.modules or '\n' in source:
        show_sources()


def show_sources():
    if not pending_sources:
        return
    import linecache
    for name in list(pending_sources):
        source = pending_sources.pop(name, None)
        if source is None:  # another thread shows it
            continue
        lines = [line + '\n' for line in source.split('\n')]
        linecache.cache[name] = (len(source), None, lines, name)


def compile_script(source, filename):
    """Code for the statements and code for a last expression; each may be None."""
    if source.startswith('\ufeff'):
        source = source[1:]
    if '\r' in source:
        source = source.replace('\r\n', '\n').replace('\r', '\n')
    if not filename:
        filename = '<eval-%d>' % next(numbers)
    if filename != FILE:
        remember(source, filename)
    if '\0' in source:
        line = source.count('\n', 0, source.index('\0')) + 1
        raise SyntaxError('source code cannot contain NUL', (filename, line, None, None))
    try:
        try:
            tree = compile(source, filename, 'exec', PyCF_ONLY_AST, True)
        except IndentationError:
            tree = compile_indented(source, filename)
        return split(tree, filename)
    except SyntaxError as error:
        add_text(error, source, filename)
        raise


def add_text(error, source, filename):
    """CPython looks into a file for the line of what its compiler refuses after parsing."""
    if error.text is None and error.filename == filename and error.lineno:
        error.text = next(islice(source.split('\n'), error.lineno - 1, None), None)


def compile_indented(source, filename):
    """Text whose every line is indented alike, as hosts cut it out of their own files."""
    import textwrap
    dedented = textwrap.dedent(source)
    if dedented == source:
        dedented = source.lstrip()
        dedented = '\n' * source.count('\n', 0, len(source) - len(dedented)) + dedented
    return compile(dedented, filename, 'exec', PyCF_ONLY_AST, True)


def split(tree, filename):
    last = None
    flags = 0
    if tree.body and isinstance(tree.body[-1], Expr):
        last = Expression(tree.body.pop().value)
    body = None
    if tree.body:
        body = compile(tree, filename, 'exec', 0, True)
        flags = body.co_flags & FUTURE_FLAGS
    if last is not None:
        last = compile(last, filename, 'eval', flags, True)
    return body, last


def new_namespace(name):
    """A module's dict for a script, with builtins of its own that others may be laid over."""
    module = ModuleType(name)
    names = module.__dict__
    names['__builtins__'] = builtins
    return module


def type_name(kind):
    name = builtin_names.get(kind)
    if name is None:
        module = getattr(kind, '__module__', None)
        name = getattr(kind, '__qualname__', kind.__name__)
        if module == 'builtins':
            builtin_names[kind] = name
        elif module not in (None, '__main__'):
            name = '%s.%s' % (module, name)
    return name


def text_of(error):
    try:
        return str(error)
    except BaseException as failed:
        return '<str() of it raised %s>' % type(failed).__name__


def syntax_text(error):
    """The message with the line it is about and a caret under the place."""
    message = str(error.msg)
    if isinstance(error.text, str):
        line = error.text.rstrip('\n')
        start = len(line) - len(line.lstrip())
        offset = error.offset if isinstance(error.offset, int) and error.offset > 0 else 0
        # of a very long line, what is around the place
        start = max(start, offset - SHOWN_BEFORE)
        message += '\n    ' + line[start:start + SHOWN]
        if offset:
            end = getattr(error, 'end_offset', None)
            width = end - offset if isinstance(end, int) and end > offset else 1
            column = max(offset - 1 - start, 0)
            message += '\n    ' + ' ' * column + '^' * max(min(width, SHOWN - column), 1)
    return message


def frame_at(code, instruction, line):
    """The code, then file, function, line, and the place: kept, as looking them up is slow."""
    key = id(code), instruction, line
    known = known_frames.get(key)
    if known is None:
        if len(known_frames) >= KEPT_FRAMES:
            known_frames.clear()
        file = code.co_filename
        # the code is kept with its place: its id cannot come to mean another
        known = known_frames[key] = (code, (file, code.co_name, line or -1),
                                     (file, line or -1, find_column(code, instruction)))
    return known


def find_column(code, instruction):
    positions = getattr(code, 'co_positions', None)
    if positions is None or instruction < 0:
        return -1
    place = next(islice(positions(), instruction // 2, None), (None, None, None))
    return -1 if place[2] is None else place[2] + 1


def frames_of(traceback):
    """(file, function, line) of each frame, innermost last, and the place to report."""
    frames = []
    place = None
    while traceback is not None:
        _, frame, here = frame_at(traceback.tb_frame.f_code, traceback.tb_lasti, traceback.tb_lineno)
        file = frame[0]
        if file != FILE:
            frames.append(frame)
            # the place in evaluated text is more use to its author than one in a library it calls
            if place is None or file in source_names:
                place = here
        traceback = traceback.tb_next
    return frames, place


def frame_of(traceback):
    """(file, function, line, column, whether it is Krait's own, whether its text was evaluated) of one frame."""
    _, frame, place = frame_at(traceback.tb_frame.f_code, traceback.tb_lasti, traceback.tb_lineno)
    return (*frame, place[2], frame[0] == FILE, frame[0] in source_names)


def place_of(error):
    return frames_of(error.__traceback__)[1]


def exit_code(error):
    code = error.code
    if code is None:
        return 0
    return code & 0xff if isinstance(code, int) else 1


def describe(error):
    """(class, text, frames, place, exit code, cause, members of a group, whether PLAIN) of an exception."""
    kind = type(error)
    name = builtin_names.get(kind) or type_name(kind)
    try:
        text = str(error)
    except BaseException as failed:
        text = '<str() of it raised %s>' % type(failed).__name__
    frames, place = frames_of(error.__traceback__)
    cause = error.__cause__
    if cause is None and not error.__suppress_context__:
        cause = error.__context__
    code = None
    if kind not in PLAIN:
        if isinstance(error, SyntaxError) and error.msg is not None:
            if not frames or error.filename is not None:
                place = (error.filename, error.lineno or -1, error.offset or -1)
            try:
                text = syntax_text(error)
            except Exception:
                pass
        if isinstance(error, SystemExit):
            code = exit_code(error)
    for note in getattr(error, '__notes__', None) or ():
        text += '\n' + text_of(note)
    members = ()
    if name.endswith('Group'):
        members = tuple(one for one in getattr(error, 'exceptions', ()) if isinstance(one, BaseException))
    return name, text, tuple(frames), place, code, cause, members, kind in PLAIN


def int_to_bytes(number):
    return number.to_bytes(number.bit_length() // 8 + 1, 'big', signed=True)


def int_from_bytes(data):
    return int.from_bytes(data, 'big', signed=True)


def method_names(value):
    return [name for name in dir(value) if not name.startswith('_') and callable(getattr(value, name, None))]


def attribute_names(value):
    return [name for name in dir(value) if not name.startswith('_') and not callable(getattr(value, name, None))]


def help_text(value):
    import pydoc
    return pydoc.plain(pydoc.render_doc(value))


def put_on_path(folders):
    for folder in reversed(folders):
        if folder not in sys.path:
            sys.path.insert(0, folder)


def end_threads():
    """Waits for Python's non-daemon threads; the Java thread that imported threading first is none, but counts as one."""
    threading = sys.modules['threading']
    main = threading._main_thread
    if main.ident != threading.get_ident() and hasattr(threading, '_shutdown_locks'):
        threading._shutdown_locks.discard(getattr(main, '_tstate_lock', None))
    threading._shutdown()


def end_threads_but(number):
    """The same without the one that called System.exit: it waits for all of this to end."""
    threading = sys.modules['threading']
    exiting = threading._active.get(number)
    if exiting is None:
        return end_threads()
    if hasattr(exiting, '_tstate_lock'):
        exiting._tstate_lock, exiting._is_stopped = None, True
    else:
        handle = getattr(exiting, '_handle', None) or exiting._os_thread_handle  # 3.13, 3.14
        handle._set_done()
    # those of pools join their threads
    for call in reversed(threading._threading_atexits):
        call()
    for thread in threading.enumerate():
        if not (thread.daemon or isinstance(thread, threading._DummyThread)
                or thread in (exiting, threading.main_thread(), threading.current_thread())):
            thread.join()


def run_exit_functions():
    import atexit
    atexit._run_exitfuncs()


def at_end(step):
    """Runs a step of ours after the exit functions, which may want what it ends."""
    last_steps.append(step)


def run_last_steps():
    while last_steps:
        last_steps.pop()()


def run_exit(wait_for_threads, exiting):
    """What Python does before it ends, without ending: non-daemon threads, atexit functions, streams.

    The number of a thread that waits for this end, or 0.
    """
    steps = []
    if wait_for_threads and 'threading' in sys.modules:
        steps.append(lambda: end_threads_but(exiting))
    steps += run_exit_functions, run_last_steps
    steps += [getattr(stream, 'flush', None) for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__)
              if not getattr(stream, 'closed', False)]
    for step in steps:
        try:
            if step is not None:
                step()
        except BaseException as error:
            try:
                sys.excepthook(type(error), error, error.__traceback__)
            except BaseException as failed:
                sys.__excepthook__(type(failed), failed, failed.__traceback__)


class BlasWatch:
    """Tells Java about OpenBLAS as soon as numpy or scipy has loaded it, before anything can call it."""
    AFTER = {'numpy.linalg', 'scipy.linalg._decomp', 'scipy.linalg'}

    def __init__(self, tell):
        self.tell = tell
        self.known = set()

    def find_spec(self, name, path=None, target=None):
        if name in self.AFTER:
            self.look()
        return None

    def look(self):
        try:
            with open('/proc/self/maps', encoding='utf-8', errors='surrogateescape') as maps:
                found = {line.split(None, 5)[5].rstrip('\n') for line in maps if 'openblas' in line}
        except OSError:
            return
        for library in found - self.known:
            self.tell(library)  # first: who is interrupted here tells it once more
            self.known.add(library)


def watch_for_blas(tell):
    watch = BlasWatch(tell)
    sys.meta_path.insert(0, watch)
    if 'numpy.linalg' in sys.modules:
        watch.look()
