"""What the REPL asks Python."""
import codeop
import sys

compiler = codeop.CommandCompiler()
numbers = iter(range(sys.maxsize))


def names():
    return sys.modules['__main__'].__dict__


def banner():
    return 'Python %s on %s' % (sys.version.replace('\n', ' '), sys.platform)


def begin():
    """What an interactive session has: a path that starts here, arguments, and prompts."""
    if not getattr(sys, 'argv', None):
        sys.argv = ['']
    if '' not in sys.path and not getattr(sys.flags, 'safe_path', False):
        sys.path.insert(0, '')
    for name, prompt in (('ps1', '>>> '), ('ps2', '... ')):
        if not hasattr(sys, name):
            setattr(sys, name, prompt)
    return 0


def prompt(name):
    try:
        return str(getattr(sys, name, ''))
    except Exception:
        return ''


def is_complete(text):
    """Whether the text can run, or is wrong for good, so that no further line would help."""
    try:
        return compiler(text, '<stdin>', 'single') is not None
    except (SyntaxError, OverflowError, ValueError):
        return True


def execute(text):
    """Runs one input and shows its value."""
    if not text.strip():
        return
    filename = '<python-input-%d>' % next(numbers)
    import linecache
    lines = [line + '\n' for line in text.split('\n')]
    linecache.cache[filename] = (len(text), None, lines, filename)
    try:
        code = compiler(text, filename, 'single')
        if code is not None:
            exec(code, names())
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()


def completions(text):
    """The ways a name or an attribute can go on, one a line."""
    import rlcompleter
    completer = rlcompleter.Completer(names())
    found = []
    try:
        while True:
            match = completer.complete(text, len(found))
            if match is None:
                break
            found.append(match)
    except Exception:
        pass
    return '\n'.join(found)
