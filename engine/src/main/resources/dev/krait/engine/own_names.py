"""The engine's own namespaces. The files of this folder are parts of one module; this is the first."""
import builtins
import sys
from _weakref import ref
from types import CodeType, FunctionType, ModuleType

NOTHING = object()
BUILTINS = builtins.__dict__
real_main = sys.modules.get('__main__')
BUILTINS_NAME = sys.intern('__builtins__')
latest = None
copies = {}


def is_dunder(name):
    return len(name) > 4 and name[:2] == '__' == name[-2:]


def visible_names(names):
    """The names a host is shown."""
    return [name for name in names if type(name) is str and not is_dunder(name)]


def new_namespace():
    """A script's module; its builtins are a copy, over which other scopes can be laid."""
    global latest
    module = ModuleType('__main__')
    names = module.__dict__
    names['__builtins__'] = laid = dict(BUILTINS)
    laid.update(RUNNING)
    copies[ref(module, copies.pop)] = laid  # no Python code, which an interrupt could hit, forgets it
    latest = ref(module)
    return module, laid


def restore(names, laid):
    """What a module has of itself, after a script has cleared its globals."""
    names['__builtins__'] = laid
    names.setdefault('__name__', '__main__')


def uncover(laid, name):
    """Takes a name of another scope away; what it hid comes back."""
    if name in RUNNING:
        laid[name] = RUNNING[name]
    elif name in BUILTINS:
        laid[name] = BUILTINS[name]
    else:
        laid.pop(name, None)


class Builtins(type(builtins)):
    """The module builtins; what is set in it shows in all copies (mock.patch does this)."""

    def __setattr__(self, name, value):
        former = BUILTINS.get(name, NOTHING)
        super().__setattr__(name, value)
        for laid in list(copies.values()):
            if laid.get(name, NOTHING) is former:
                laid[name] = value

    def __delattr__(self, name):
        former = BUILTINS.get(name, NOTHING)
        super().__delattr__(name)
        for laid in list(copies.values()):
            if laid.get(name, NOTHING) is former:
                del laid[name]


def add_builtins(laid):
    """What was put into the dict of builtins behind our back (gettext.install does this)."""
    for name, value in list(BUILTINS.items()):
        laid.setdefault(name, value)


def wanted_names(codes, names):
    """The names that code, and the functions and classes among names, may look up."""
    wanted = set()
    pending = [code for code in codes if code is not None]
    pending += [value for value in list(names.values()) if isinstance(value, (FunctionType, type))]
    seen = set()
    while pending:
        value = pending.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, CodeType):
            wanted.update(value.co_names)
            pending += [const for const in value.co_consts if isinstance(const, CodeType)]
        elif isinstance(value, FunctionType):
            pending.append(value.__code__)
        elif getattr(value, '__module__', None) == '__main__':
            pending += [member for member in vars(value).values() if isinstance(member, (FunctionType, type))]
    return wanted
