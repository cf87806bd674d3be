"""The module __main__ as each script sees it."""


class Main(ModuleType):
    """Shows each script its own names as the module __main__: pickle, dataclasses and typing look there."""

    def __getattribute__(self, name):
        names = running_names()
        if name == '__dict__':
            return names
        if name == '__class__':
            return Main
        value = names.get(name, NOTHING)
        if value is NOTHING:
            raise AttributeError("module '__main__' has no attribute %r" % name)
        return value

    def __setattr__(self, name, value):
        running_names()[name] = value

    def __delattr__(self, name):
        try:
            del running_names()[name]
        except KeyError:
            raise AttributeError(name) from None

    def __dir__(self):
        return list(running_names())

    def __repr__(self):
        return "<module '__main__'>"


def running_names():
    frame = sys._getframe(1)
    while frame is not None:
        names = frame.f_globals
        if dict.get(names, '__name__') == '__main__':
            return names
        frame = frame.f_back
    last = latest and latest()
    if last is None:
        return real_main.__dict__ if real_main is not None else {}
    return last if isinstance(last, HostNames) else last.__dict__


builtins.__class__ = Builtins
sys.modules['__main__'] = Main('__main__')
