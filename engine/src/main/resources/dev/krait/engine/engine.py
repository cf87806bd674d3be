"""What the script engine does in Python because Python says it shorter."""
import builtins
from types import ModuleType


def new_namespace():
    """A module for a script, with builtins of its own over which other scopes can be laid."""
    module = ModuleType('__main__')
    module.__dict__['__builtins__'] = dict(builtins.__dict__)
    return module


def visible_names(names):
    """The names a host is shown."""
    return [name for name in names
            if type(name) is str and not (len(name) > 4 and name[:2] == '__' == name[-2:])]
