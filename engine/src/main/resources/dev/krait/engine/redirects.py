"""contextlib.redirect_stdout and redirect_stderr for the thread of a script only: others go on where they were."""


class Redirect:
    """One that is in effect, in place of the stream it would put back."""

    def __init__(self, stream, target):
        self.stack = stream.redirects()
        self.stack.append(target)
        self.target = target

    def end(self):
        for index in reversed(range(len(self.stack))):
            if self.stack[index] is self.target:
                del self.stack[index]
                break


def redirect_by_thread(contextlib):
    base = contextlib._RedirectStream
    enter, leave = base.__enter__, base.__exit__

    def __enter__(self):
        stream = getattr(sys, self._stream)
        if not isinstance(stream, Output) or not is_running():
            return enter(self)
        self._old_targets.append(Redirect(stream, self._new_target))
        return self._new_target

    def __exit__(self, kind, value, traceback):
        if not isinstance(self._old_targets[-1], Redirect):
            return leave(self, kind, value, traceback)
        self._old_targets.pop().end()

    base.__enter__, base.__exit__ = __enter__, __exit__


class ContextlibLoader:
    """Loads contextlib as its own loader does, then changes it: importing it before it is needed takes milliseconds."""

    def __init__(self, loader):
        self.loader = loader

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)
        redirect_by_thread(module)


class ContextlibFinder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != 'contextlib' or cls not in sys.meta_path:
            return None
        # A list of its own: other threads that go through the old one would pass over the finder after this.
        sys.meta_path = [each for each in sys.meta_path if each is not cls]
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                if hasattr(spec.loader, 'exec_module'):
                    spec.loader = ContextlibLoader(spec.loader)
                return spec
        return None


def redirect_by_threads():
    if 'contextlib' in sys.modules:
        redirect_by_thread(sys.modules['contextlib'])
    else:
        sys.meta_path.insert(0, ContextlibFinder)
