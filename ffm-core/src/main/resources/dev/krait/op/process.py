"""Python in a process that belongs to the JVM: its signals, and no fork. Runs once, after boot.py."""
import _thread
import builtins
import faulthandler
import os
import sys
import threading

NO_FORK = ('%s() would copy a running JVM, of which only one thread would go on; use subprocess, or multiprocessing,'
           ' which spawns a Python of its own here')
NO_HANDLERS = 'faulthandler.%s() does nothing in a JVM: HotSpot needs these signals for itself and writes a crash log'
FUTURE_FLAGS = 0x1ff0000
SMALLEST_ASKED = 32 << 10
SMALLEST_GIVEN = 512 << 10
JVM_SIGNALS = {1, 2, 3, 12, 15}


def tell(message):
    import warnings
    warnings.warn(message, RuntimeWarning, stacklevel=3)


def forbid_fork():
    import posix

    def forbidden(name):
        def fork():
            raise RuntimeError(NO_FORK % ('os.' + name))
        fork.__name__ = fork.__qualname__ = name
        fork.__module__ = 'os'
        return fork

    for name in ('fork', 'fork1', 'forkpty'):
        if hasattr(posix, name):
            replacement = forbidden(name)
            setattr(posix, name, replacement)
            setattr(os, name, replacement)
    if hasattr(os, '_spawnvef') and hasattr(os, 'posix_spawn'):
        os._spawnvef = spawn


def spawn(mode, file, arguments, environment, run):
    """What os.spawnv and its relatives do, without fork."""
    how = os.posix_spawnp if 'p' in run.__name__.replace('exec', '') else os.posix_spawn
    pid = how(file, arguments, os.environ if environment is None else environment)
    if mode == os.P_NOWAIT:
        return pid
    status = os.waitpid(pid, 0)[1]
    return -(status & 0x7f) if status & 0x7f else status >> 8


def keep_signals():
    """HotSpot's null checks are SIGSEGVs: with Python's handler in their place each would end the process."""
    if faulthandler.is_enabled():
        faulthandler.disable()

    def enable(*arguments, **options):
        tell(NO_HANDLERS % 'enable')

    register = getattr(faulthandler, 'register', None)

    def register_free(signum, *arguments, **options):
        if int(signum) in JVM_SIGNALS:
            tell(NO_HANDLERS % 'register')
        else:
            register(signum, *arguments, **options)

    enable.__module__ = 'faulthandler'
    faulthandler.enable = enable
    if register is not None:
        register_free.__name__ = 'register'
        register_free.__module__ = 'faulthandler'
        faulthandler.register = register_free


def wait_for_threads():
    """Python takes Java's threads for daemons; threads started on them would be daemons too, and be left at exit."""
    begin = threading._DummyThread.__init__

    def __init__(self, *arguments):
        begin(self, *arguments)
        self._daemonic = False

    threading._DummyThread.__init__ = __init__


def keep_stacks_large():
    """What Java needs to be called at all is more than Python lets a thread have."""
    change = _thread.stack_size

    def stack_size(size=0, /):
        return change(SMALLEST_GIVEN if SMALLEST_ASKED <= size < SMALLEST_GIVEN else size)

    stack_size.__doc__ = change.__doc__
    for module in _thread, threading:
        module.stack_size = stack_size
    stack_size.__module__ = '_thread'


def spawn_by_default(module):
    context = module.context
    context._default_context._default_context = context._concrete_contexts['spawn']


class ImportWatch:
    """Finishes modules of the standard library right after their first import."""
    AFTER = {'multiprocessing': spawn_by_default}

    def find_spec(self, name, path=None, target=None):
        then = self.AFTER.get(name)
        if then is None:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(name, path, target)
            if spec is not None:
                if spec.loader is not None:
                    follow(name, spec.loader, then)
                return spec
        return None


def follow(name, loader, then):
    execute = loader.exec_module

    def execute_and_finish(module):
        execute(module)
        if module.__name__ == name:
            then(module)

    loader.exec_module = execute_and_finish


class Interrupted(BaseException):
    """Thread.interrupt was called on the thread that runs the code."""

    def __str__(self):
        return 'the Java thread was interrupted'


class DeadlineExceeded(BaseException):
    """The time that Java gave to the code is over."""

    def __str__(self):
        return 'the time for this code is over'


def limit_recursion(lift, apply):
    """Before 3.12 the recursion limit is all that keeps C code from the end of the stack, so each stack has its own."""
    change = sys.setrecursionlimit
    most_without = 8000  # what the stacks of Python's own threads take
    most = 1 << 30  # CPython adds to it in an int, and what a stack cannot take is added as well
    begin = threading.Thread._bootstrap_inner

    def begin_limited(self):
        apply()
        begin(self)

    def setrecursionlimit(limit):
        lift()
        try:
            change(min(limit, most))
        finally:
            apply()
        if limit > most_without:
            threading.Thread._bootstrap_inner = begin_limited

    setrecursionlimit.__module__ = 'sys'
    setrecursionlimit.__doc__ = change.__doc__
    sys.setrecursionlimit = setrecursionlimit


def compile_on_large_stacks():
    """3.9 and 3.10 compile long chains of operators, calls and attributes by recursion they do not count.

    The parser up to 3.13 counts its levels, and takes 6000 of them for harmless on any stack.
    """
    compile_any = builtins.compile
    harmless = 500 if sys.version_info < (3, 11) else 1000  # characters
    large = 64 << 20

    def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1):
        if not dont_inherit:
            flags |= sys._getframe(1).f_code.co_flags & FUTURE_FLAGS

        def run():
            return compile_any(source, filename, mode, flags, True, optimize, _feature_version=_feature_version)

        if isinstance(source, (str, bytes)) and len(source) < harmless:
            return run()
        return elsewhere(run, large)

    compile.__module__ = 'builtins'
    compile.__doc__ = compile_any.__doc__
    builtins.compile = compile


def elsewhere(action, stack):
    """The result of an action run on a thread of its own."""
    done = _thread.allocate_lock()
    outcome = []

    def run():
        try:
            outcome[:] = action(), None
        except BaseException as error:
            outcome[:] = None, error
        finally:
            done.release()

    done.acquire()
    former = _thread.stack_size(stack)
    try:
        _thread.start_new_thread(run, ())
    finally:
        _thread.stack_size(former)
    done.acquire()
    result, error = outcome
    if error is not None:
        error.__traceback__ = None
        try:
            raise error
        finally:
            del error, outcome
    return result


def install():
    """Once per process: another class loader may have been here."""
    if getattr(sys, '_krait_process', False):
        return
    sys._krait_process = True
    keep_signals()
    wait_for_threads()
    keep_stacks_large()
    if sys.version_info < (3, 14):
        compile_on_large_stacks()
    if hasattr(os, 'fork'):
        forbid_fork()
    sys.meta_path.insert(0, ImportWatch())


def set_main(module):
    """What pickle and multiprocessing look names of scripts up in."""
    if not hasattr(sys, '_krait_main'):
        sys._krait_main = sys.modules['__main__']
        sys.modules['__main__'] = module
