"""Names that a host keeps in a map of its own."""


class HostNames(dict):
    """Globals that a Java map holds. Its own storage has what is none of the host's: modules, dunder names."""
    __slots__ = 'handle', '__weakref__'

    def __missing__(self, name):
        value = look_up(self.handle, name, NOTHING)
        if value is not NOTHING:
            return value
        value = RUNNING.get(name, NOTHING)
        return BUILTINS[name] if value is NOTHING else value

    def __setitem__(self, name, value):
        if is_kept(name, value):
            dict.__setitem__(self, name, value)
        else:
            dict.pop(self, name, None)
            if not store(self.handle, name, value):
                dict.__setitem__(self, name, value)

    def __delitem__(self, name):
        if dict.pop(self, name, NOTHING) is NOTHING and not (type(name) is str and remove(self.handle, name)):
            raise KeyError(name)

    def get(self, name, default=None):
        value = dict.get(self, name, NOTHING)
        if value is NOTHING and type(name) is str:
            value = look_up_here(self.handle, name, NOTHING)
        return default if value is NOTHING else value

    def __contains__(self, name):
        return self.get(name, NOTHING) is not NOTHING

    def setdefault(self, name, default=None):
        value = self.get(name, NOTHING)
        if value is NOTHING:
            self[name] = value = default
        return value

    def pop(self, name, default=NOTHING):
        value = self.get(name, NOTHING)
        if value is not NOTHING:
            del self[name]
        elif default is NOTHING:
            raise KeyError(name)
        else:
            value = default
        return value

    def update(self, *others, **more):
        for name, value in dict(*others, **more).items():
            self[name] = value

    def keys(self):
        return dict.fromkeys([*dict.keys(self), *host_names(self.handle)]).keys()

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def values(self):
        return [self[name] for name in self.keys()]

    def items(self):
        return [(name, self[name]) for name in self.keys()]

    def __repr__(self):
        return repr(dict(self.items()))

    def __del__(self):
        handle = getattr(self, 'handle', None)
        if handle is not None:  # its making may have been interrupted
            forget(handle)


class HostBuiltins(dict):
    """Builtins beside HostNames: class bodies ask them where they should ask the globals."""
    __slots__ = 'names',

    def __missing__(self, name):
        names = self.names()
        return BUILTINS[name] if names is None else names[name]


DUNDER_BUILTINS = [name for name in BUILTINS if is_dunder(name)]


def is_kept(name, value):
    return type(name) is not str or is_dunder(name) or isinstance(value, ModuleType)


def new_host_names(handle):
    global latest
    names = HostNames()
    names.handle = handle
    laid = HostBuiltins({name: BUILTINS[name] for name in DUNDER_BUILTINS if name in BUILTINS})
    laid.names = ref(names)
    for name, value in (('__name__', '__main__'), ('__doc__', None), ('__package__', None), ('__loader__', None),
                        ('__spec__', None), ('__builtins__', laid)):
        dict.__setitem__(names, name, value)
    latest = ref(names)
    return names


def sweep(names):
    """Gives the host what functions declared global and set: CPython stores that past __setitem__."""
    for name, value in list(dict.items(names)):
        if not is_kept(name, value):
            names[name] = value
