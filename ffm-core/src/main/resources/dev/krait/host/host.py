"""What live Java objects do in Python because Python says it shorter."""


class Throwable(Exception):
    """A Java exception in Python."""


def new_error(text, carrier):
    error = Throwable(text)
    error._java = carrier
    return error

