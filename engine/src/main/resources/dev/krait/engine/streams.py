"""sys.stdin, stdout and stderr: those of the script that runs on the thread, else what was there before."""
import _thread
import codecs
import io
import sys

OUT, ERR = 0, 1


class Stream(io.TextIOBase):
    encoding = 'utf-8'
    errors = 'strict'
    newlines = None
    line_buffering = True
    write_through = True

    def __init__(self, name, mode, original):
        self.name = name
        self.mode = mode
        self.original = original
        self.bytes = None

    def fileno(self):
        if is_running() or self.original is None:
            raise io.UnsupportedOperation('fileno: the stream belongs to a Java program')
        return self.original.fileno()

    def isatty(self):
        return False if is_running() or self.original is None else self.original.isatty()

    def close(self):
        self.flush()

    def reconfigure(self, **options):
        """Accepted for the programs that ask for UTF-8: this stream takes any text."""

    @property
    def buffer(self):
        if is_running() or self.original is None:
            return self.bytes
        return self.original.buffer

    def __repr__(self):
        return '<krait %s>' % self.name


class Output(Stream):
    def __init__(self, name, kind, original):
        super().__init__(name, 'w', original)
        self.kind = kind
        self.local = _thread._local()
        self.bytes = OutputBytes(self)

    def redirects(self):
        """Where else the output of this thread goes; the latest last."""
        try:
            return self.local.redirects
        except AttributeError:
            self.local.redirects = stack = []
            return stack

    def __getattr__(self, name):
        """What else a script asks of the stream it put here."""
        stack = self.__dict__['local'].__dict__.get('redirects') if 'local' in self.__dict__ else None
        if not stack:
            raise AttributeError('%r has no attribute %r' % (self, name))
        return getattr(stack[-1], name)

    def writable(self):
        return True

    def write(self, text):
        stack = getattr(self.local, 'redirects', None)
        if stack:
            return len(text) if stack[-1] is None else stack[-1].write(text)
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not ' + type(text).__name__)
        taken = java_write(self.kind, text)
        if not taken and self.original is not None:
            self.original.write(text)
        return len(text)

    def flush(self):
        stack = getattr(self.local, 'redirects', None)
        if stack:
            return getattr(stack[-1], 'flush', int)()
        taken = java_flush(self.kind)
        if not taken and self.original is not None:
            self.original.flush()


class OutputBytes(io.RawIOBase):
    """UTF-8 for a text stream; what is left of a character waits, for each thread."""

    def __init__(self, text):
        self.text = text
        self.local = _thread._local()

    def writable(self):
        return True

    def write(self, data):
        decoder = getattr(self.local, 'decoder', None)
        if decoder is None:
            decoder = self.local.decoder = codecs.getincrementaldecoder('utf-8')('replace')
        data = bytes(data)
        self.text.write(decoder.decode(data))
        return len(data)

    def flush(self):
        self.text.flush()

    def close(self):
        self.flush()


class Input(Stream):
    def __init__(self, name, original):
        super().__init__(name, 'r', original)
        self.bytes = InputBytes(self)

    def readable(self):
        return True

    def read(self, size=-1):
        text = self.ask(-1 if size is None else size, False)
        return self.original.read(size) if text is None else text

    def readline(self, size=-1):
        text = self.ask(-1 if size is None else size, True)
        return self.original.readline(size) if text is None else text

    def ask(self, size, line):
        text = java_read(size, line)
        return '' if text is None and self.original is None else text


class InputBytes(io.RawIOBase):
    """The characters of a text stream in UTF-8; bytes that did not fit wait, for each thread."""

    def __init__(self, text):
        self.text = text
        self.local = _thread._local()

    def readable(self):
        return True

    def readinto(self, buffer):
        waiting = getattr(self.local, 'waiting', b'') or self.text.read(max(1, len(buffer) // 4)).encode('utf-8', 'surrogatepass')
        count = min(len(buffer), len(waiting))
        buffer[:count] = waiting[:count]
        self.local.waiting = waiting[count:]
        return count


def inherited(start):
    """Wraps a function that starts threads: they write where their starter does."""
    def starter(function, *args, **options):
        token = fork_run()
        if not token:
            return start(function, *args, **options)
        streams = [(stream, list(stream.redirects())) for stream in (sys.stdout, sys.stderr) if isinstance(stream, Output)]

        def body(*args, **options):
            adopt_run(token)
            for stream, stack in streams:
                stream.redirects().extend(stack)
            try:
                function(*args, **options)
            finally:
                drop_run(token)
        try:
            return start(body, *args, **options)
        except BaseException:
            drop_run(token)
            raise
    return starter


def inherit_by_threads():
    for name in ('start_new_thread', 'start_new', 'start_joinable_thread'):
        start = getattr(_thread, name, None)
        if start is not None:
            setattr(_thread, name, inherited(start))
    threading = sys.modules.get('threading')
    for name in ('_start_new_thread', '_start_joinable_thread'):
        if hasattr(threading, name):
            setattr(threading, name, inherited(getattr(threading, name)))


def install():
    sys.stdout = Output('<stdout>', OUT, sys.stdout)
    sys.stderr = Output('<stderr>', ERR, sys.stderr)
    sys.stdin = Input('<stdin>', sys.stdin)
    inherit_by_threads()
    redirect_by_threads()
