"""What live Java objects do in Python because Python says it shorter."""


class Throwable(Exception):
    """A Java exception in Python."""


def new_error(text, carrier):
    error = Throwable(text)
    error._java = carrier
    return error


def new_builtin(name, text):
    """The builtin exception of that name, for one that was made in Java."""
    import builtins
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, BaseException):
        return kind(text)
    return RuntimeError('%s: %s' % (name, text))
