"""Runs a program as the python command does: in the real __main__ module, on the main thread."""
import os
import sys

OURS = '<krait>'
GOES_ON = -1
FLUSH_FAILED = 120
INTERRUPTED = 130


def run(kind, target, *arguments):
    """Runs a program. Its exit code, or GOES_ON when it came to its end."""
    first = {'text': '-c', 'module': '-m'}.get(kind, target)
    sys.argv = [first, *arguments]
    return guarded(STARTS[kind], target)


def names():
    return sys.modules['__main__'].__dict__


def put_first(folder):
    if not getattr(sys.flags, 'safe_path', False):
        sys.path.insert(0, folder)


def run_text(text):
    put_first('')
    if text[:1] in ' \t':
        import textwrap
        text = textwrap.dedent(text)
    code = compile(text, '<string>', 'exec', 0, True)
    if sys.version_info >= (3, 13):
        show_lines(code, text)
    exec(code, names())


def show_lines(code, text):
    """Lets tracebacks show the lines of -c, as python does since 3.13."""
    import linecache
    if hasattr(linecache, '_interactive_cache'):
        linecache._register_code(code, text, '<string>')
    else:
        lines = [line + '\n' for line in text.split('\n')]
        linecache.cache['<string>'] = (len(text), None, lines, '<string>')


def run_module(name):
    put_first(os.getcwd())
    import runpy
    runpy._run_module_as_main(name)


def run_input(_):
    put_first('')
    if sys.stdin is not None:
        exec(compile(sys.stdin.buffer.read(), '<stdin>', 'exec', 0, True), names())


def run_file(path):
    if importer_of(path) is not None:
        sys.path.insert(0, path)
        import runpy
        runpy._run_module_as_main('__main__', False)
        return
    whole = os.path.join(os.getcwd(), path[2:] if path.startswith('./') else path)
    code, loader = read(whole)
    put_first(os.path.dirname(os.path.realpath(path)))
    names().update(__file__=whole, __cached__=None, __loader__=loader)
    exec(code, names())


def importer_of(path):
    """What imports from a folder or zip file; None for a script."""
    for hook in sys.path_hooks:
        try:
            return hook(path)
        except ImportError:
            pass
    return None


def read(path):
    from _frozen_importlib_external import SourceFileLoader, SourcelessFileLoader
    try:
        if path.endswith('.pyc'):
            loader = SourcelessFileLoader('__main__', path)
            return loader.get_code('__main__'), loader
        loader = SourceFileLoader('__main__', path)
        return compile(loader.get_data(path), path, 'exec', 0, True), loader
    except OSError as error:
        tell('krait: can\'t open file %r: [Errno %s] %s' % (path, error.errno, error.strerror))
        raise SystemExit(2) from None


STARTS = {'text': run_text, 'module': run_module, 'input': run_input, 'file': run_file}


def guarded(action, *arguments):
    try:
        action(*arguments)
        return GOES_ON
    except SystemExit as stop:
        return exit_code(stop)
    except BaseException as error:
        return report(error)


def step(action, *arguments):
    """Like guarded, and goes on after an exception that was shown."""
    try:
        action(*arguments)
    except SystemExit as stop:
        return exit_code(stop)
    except BaseException as error:
        report(error)
    return GOES_ON


def exit_code(stop):
    code = stop.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & (0xff if os.name == 'posix' else 0x7fffffff)
    tell(code)
    return 1


def tell(text):
    try:
        flush(sys.stdout)
        print(text, file=sys.stderr, flush=True)
    except Exception:
        pass


def report(error):
    """Shows an exception that nothing caught; the exit code."""
    error.__traceback__ = without_our_frames(error.__traceback__)
    parts = type(error), error, error.__traceback__
    sys.last_type, sys.last_value, sys.last_traceback = parts
    sys.last_exc = error
    try:
        sys.excepthook(*parts)
    except SystemExit as stop:
        return exit_code(stop)
    except BaseException as failed:
        failed.__traceback__ = without_our_frames(failed.__traceback__)
        tell('Error in sys.excepthook:')
        sys.__excepthook__(type(failed), failed, failed.__traceback__)
        tell('\nOriginal exception was:')
        sys.__excepthook__(*parts)
    return INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1


def without_our_frames(traceback):
    while traceback is not None and traceback.tb_frame.f_code.co_filename == OURS:
        traceback = traceback.tb_next
    return traceback


def finish(code):
    """What python does before it ends: waits for threads, runs the exit functions, flushes. The exit code."""
    code = max(code, 0)
    if 'threading' in sys.modules:
        guarded(sys.modules['threading']._shutdown)
    import atexit
    guarded(atexit._run_exitfuncs)
    for stream in (sys.stdout, sys.stderr):
        try:
            flush(stream)
        except Exception as error:
            tell('Exception ignored in: %r\n%s: %s' % (stream, type(error).__name__, error))
            if stream is sys.stdout:
                code = FLUSH_FAILED
                sys.stdout = sys.__stdout__ = None
    return code


def flush(stream):
    if stream is not None and not getattr(stream, 'closed', False):
        stream.flush()


def is_terminal():
    """Whether a person types the input."""
    try:
        return sys.stdin is not None and sys.stdin.isatty()
    except ValueError:
        return False


def unbuffer():
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(write_through=True)
