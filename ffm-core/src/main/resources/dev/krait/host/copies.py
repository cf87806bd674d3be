"""Copies of Java objects: Python-native ones, and those that copy.copy and copy.deepcopy make."""


def py(value, seen=None):
    """The Python-native copy of a Java value, deep; a dict for a record, the name for an enum constant."""
    if not is_java(value):
        return value
    seen = {} if seen is None else seen
    kind = type(value)
    copied = seen.setdefault(_identity_hash(value), [])
    for original, copy in copied:
        if _same(original, value):
            return copy
    if getattr(kind, '_map', False):
        copy = {}
        copied.append((value, copy))
        for name, each in Items(value):
            copy[hashable(name, seen)] = py(each, seen)
        return copy
    if getattr(kind, '_set', False):
        return {hashable(each, seen) for each in value}
    if getattr(kind, '_sequence', False):
        copy = []
        copied.append((value, copy))
        copy += [py(each, seen) for each in value]
        return copy
    parts = _parts(value)
    if parts is not None:
        if isinstance(parts, str):
            return parts
        copy = {}
        copied.append((value, copy))
        copy.update((name, py(each, seen)) for name, each in zip(parts[::2], parts[1::2]))
        return copy
    native = twin_of(value)
    return native if native is value else py(native, seen)


def hashable(value, seen):
    """The copy of a key or member: a tuple for a list, a frozenset for a set; one that nothing hashes stays Java's."""
    copy = frozen(py(value, seen))
    try:
        hash(copy)
    except TypeError:
        return value
    return copy


def frozen(copy):
    if type(copy) is list:
        return tuple(map(frozen, copy))
    return frozenset(copy) if type(copy) is set else copy


def json(value):
    """For json.dumps(x, default=krait.json): a value that JSON has no form for as one that it has."""
    return _json(value)


def no_copy(value):
    return TypeError('a %s cannot be copied: it is a Java object without a public clone() or copy constructor'
                     % class_name(type(value)))


def is_value(value):
    """Whether a Java object is a value that never changes, so that it is its own copy."""
    return getattr(type(value), '_twin_is_value', False) or _is_constant(value)


def copy_of(value):
    """copy.copy: a value itself, else what clone() or the copy constructor gives."""
    if is_value(value):
        return value
    kind = type(value)
    if hasattr(value, 'clone'):
        return value.clone()
    if getattr(kind, '_sequence', False) or getattr(kind, '_map', False) or getattr(kind, '_set', False):
        try:
            return kind(value)
        except TypeError:  # a class that nobody but its factory makes
            return value.copy()
    raise no_copy(value)


def deep_copy_of(value, memo):
    """copy.deepcopy: containers of Java are made anew, their elements copied."""
    from copy import deepcopy
    if is_value(value):
        return value
    kind = type(value)
    if not (getattr(kind, '_sequence', False) or getattr(kind, '_map', False) or getattr(kind, '_set', False)):
        raise no_copy(value)
    key = ('java', _identity_hash(value))
    for original, copy in memo.get(key, ()):
        if _same(original, value):
            return copy
    copy = copy_of(value)
    memo.setdefault(key, []).append((value, copy))
    if getattr(kind, '_map', False):
        pairs = [(deepcopy(name, memo), deepcopy(each, memo)) for name, each in value.items()]
        copy.clear()
        for name, each in pairs:
            copy[name] = each
    elif kind.__name__.endswith('[]'):
        copy[:] = [deepcopy(each, memo) for each in value]
    else:
        values = [deepcopy(each, memo) for each in value]
        copy.clear()
        add = getattr(copy, 'add', None) or copy.append
        for each in values:
            add(each)
    return copy


def no_pickle(value, protocol):
    raise TypeError('cannot pickle %s: it is a Java object; krait.py(x) gives a copy made of Python objects'
                    % class_name(type(value)))


def set_up_copies():
    JavaObject._map = JavaObject._set = JavaObject._sequence = False  # a look-up that misses in Java is slow
    JavaObject.__copy__ = copy_of
    JavaObject.__deepcopy__ = deep_copy_of
    JavaObject.__reduce_ex__ = no_pickle
