"""What live Java objects do in Python because Python says it shorter."""
import sys

JavaObject = ()  # replaced by the real type once Java has been let in


def order_of(cls):
    """Bases in Python's order, or, where Java's interfaces allow none: classes first, then interfaces."""
    try:
        return type.mro(cls)
    except TypeError:
        classes, interfaces = [cls], []
        for base in cls.__bases__:
            for each in base.__mro__:
                bucket = interfaces if each is not object and issubclass(each, JavaInterface) else classes
                if each in bucket:
                    if bucket is classes:
                        continue
                    bucket.remove(each)
                bucket.append(each)
        last = [each for each in classes if each in (BaseException, object)]
        return [each for each in classes if each not in last] + interfaces + last


class JavaType(type):
    """The type of Java classes in Python."""

    def __new__(meta, name, bases, names, **more):
        for base in bases:
            if issubclass(base, JavaObject):
                raise TypeError('Java class %s cannot be extended in Python; only interfaces and exceptions can'
                                % base.__name__)
        return type.__new__(meta, name, bases, names, **more)

    def mro(cls):
        return order_of(cls)

    def __call__(cls, *args, **more):
        if '_java_class' not in cls.__dict__:
            return type.__call__(cls, *args, **more)
        if more:
            raise TypeError('%s() takes no keyword arguments' % cls.__name__)
        return _construct(cls, *args)

    def __getattr__(cls, name):
        if _fill(cls):
            return getattr(cls, name)
        method = _class_member(cls, name)
        if method is None:
            raise AttributeError('Java class %s has no public member %r' % (class_name(cls), name))
        return method

    def __setattr__(cls, name, value):
        if '_java_class' in cls.__dict__:
            for each in cls.__mro__:
                member = each.__dict__.get(name)
                if type(member) is JavaAttribute:
                    return member.__set__(cls, value)
            raise AttributeError('Java class %s has no public static field %r' % (class_name(cls), name))
        type.__setattr__(cls, name, value)

    def __repr__(cls):
        if '_java_class' in cls.__dict__:
            return "<java class '%s'>" % class_name(cls)
        return type.__repr__(cls)

    def __dir__(cls):
        _fill(cls)
        return type.__dir__(cls)


def class_name(cls):
    return '%s.%s' % (cls.__module__, cls.__qualname__) if cls.__module__ else cls.__qualname__


class JavaInterface(metaclass=JavaType):
    """The root of Java interfaces."""
    __slots__ = ()


class Throwable(Exception, metaclass=JavaType):
    """The root of Java exceptions."""

    @property
    def __notes__(self):
        """The Java frames, where tracebacks show notes (3.11)."""
        kept = self.__dict__
        if '_notes' not in kept:
            frames = _frames(kept['_java']) if '_java' in kept else ''
            kept['_notes'] = ['Java frames:\n' + frames] if frames else []
        return kept['_notes']


def carrier_of(error):
    """What stands for the Throwable of an exception; made when a class of Python's own derives from Java's."""
    carrier = error.__dict__.get('_java')
    if carrier is None:
        for kind in type(error).__mro__:
            if '_java_class' in kind.__dict__:
                try:
                    carrier = _carrier(kind, *error.args)
                except TypeError:
                    carrier = _carrier(kind, str(error))
                error._java = carrier
                break
    if error.__cause__ is not None and '_cause' not in error.__dict__:
        error._cause = True
        _init_cause(carrier, error.__cause__)
    return carrier


BUILTINS = {
    'java.lang.IllegalArgumentException': ValueError,
    'java.lang.IndexOutOfBoundsException': IndexError,
    'java.util.NoSuchElementException': LookupError,
    'java.io.IOException': OSError,
    'java.io.FileNotFoundException': FileNotFoundError,
    'java.nio.file.NoSuchFileException': FileNotFoundError,
    'java.util.concurrent.TimeoutException': TimeoutError,
    'java.lang.ArithmeticException': ArithmeticError,
    'java.lang.ClassCastException': TypeError,
    'java.lang.UnsupportedOperationException': NotImplementedError,
    'java.lang.OutOfMemoryError': MemoryError,
    'java.lang.StackOverflowError': RecursionError,
    'java.lang.AssertionError': AssertionError,
}

PROTOCOLS = {}
METHODS = {}


def new_type(arguments):
    """The type of a Java class without its members."""
    name, package, bases, protocols, carrier = arguments
    names = {'__slots__': (), '__module__': package, '__qualname__': name, '_java_class': carrier}
    for protocol in protocols:
        names.update(PROTOCOLS.get(protocol, ()))
    if issubclass(bases[0], BaseException):
        del names['__slots__']
        builtin = BUILTINS.get('%s.%s' % (package, name))
        if builtin is not None:
            bases = bases[:1] + (builtin,) + bases[1:]
    made = type.__new__(JavaType, name.rpartition('.')[2], bases, names)
    for protocol in protocols:
        if protocol in ABSTRACT:
            ABSTRACT[protocol].register(made)
    return made


def fill(arguments):
    """Gives a type its members, and the methods of Python's own type where Java leaves the name free."""
    cls, members, protocols = arguments
    for protocol in protocols:
        for name, function in METHODS.get(protocol, {}).items():
            member = members.get(name)
            if member is None:
                members[name] = function
            elif type(member) is JavaMethod:
                _set_fallback(member, function)
    set_member = type.__setattr__
    for name, member in members.items():
        set_member(cls, name, member)


def new_error(arguments):
    """The exception that stands for a Java exception."""
    cls, text, carrier, cause = arguments
    try:
        error = cls.__new__(cls, text)
    except TypeError:  # where a builtin's own constructor is not the one that fits the layout
        error = Exception.__new__(cls, text)
    error._java = carrier
    if cause is not None:
        error._cause = True
        error.__cause__ = cause
    return error


def arity(function):
    """least * 256 + most positional arguments of a callable; 255 is any number."""
    code = getattr(function, '__code__', None)
    bound = 0
    if code is None and hasattr(function, '__func__'):
        code = getattr(function.__func__, '__code__', None)
        bound = 1
    if code is None:
        return 255
    most = code.co_argcount - bound
    defaults = getattr(function, '__defaults__', None) or ()
    least = max(most - len(defaults), 0)
    if code.co_flags & 4 or most > 254:
        most = 255
    return min(least, 254) * 256 + most


def new_builtin(arguments):
    """The builtin exception of that name, for one that was made in Java."""
    import builtins
    name, text = arguments
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, BaseException):
        return kind(text)
    return RuntimeError('%s: %s' % (name, text))


def set_up():
    """Runs when the functions of Java are there."""
    from itertools import chain
    from _collections_abc import (Collection, Iterable, Iterator, Mapping, MutableMapping, MutableSequence,
                                  MutableSet, Sequence, ItemsView, KeysView, ValuesView)
    from_lists = chain.from_iterable
    object_eq, object_hash = JavaObject.__eq__, JavaObject.__hash__

    class Iterables:
        def __iter__(self):
            return from_lists(_iterate(self)) if _is_chunked(self) else _iterate(self)

    class Iterators:
        __next__ = _next

        def __iter__(self):
            return self

    class Streams:
        __iter__ = _iterate

        def __enter__(self):
            return self

        def __exit__(self, *error):
            self.close()

    class Closeables:
        def __enter__(self):
            return self

        def __exit__(self, kind, error, trace):
            try:
                self.close()
            except BaseException as failed:
                if error is None:
                    raise
                suppress(error, failed)

    class Collections:
        __len__ = _size
        __contains__ = _has

        def __bool__(self):
            return not self.isEmpty()

    class Lists:
        def __getitem__(self, index):
            if isinstance(index, slice):
                return [self.get(i) for i in range(*index.indices(len(self)))]
            return _list_get(self, index if type(index) is int else index_of(index))

        def __setitem__(self, index, value):
            if isinstance(index, slice):
                copy = list(self)
                copy[index] = value
                self.clear()
                self.addAll(copy)
            else:
                self.set(place(self, index), value)

        def __delitem__(self, index):
            if isinstance(index, slice):
                for i in sorted(range(*index.indices(len(self))), reverse=True):
                    delete(self, i)
            else:
                delete(self, place(self, index))

        def __reversed__(self):
            return iter(self[::-1])

        def __add__(self, other):
            return list(self) + list(other) if isinstance(other, Iterable) else NotImplemented

        def __radd__(self, other):
            return list(other) + list(self) if isinstance(other, list) else NotImplemented

        def __iadd__(self, other):
            extend(self, other)
            return self

        def __mul__(self, times):
            return list(self) * times

        __rmul__ = __mul__
        __hash__ = object_hash

        def __eq__(self, other):
            if isinstance(other, list):
                return len(self) == len(other) and list(self) == other
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        def __copy__(self):
            return type(self)(self) if '_java_class' in type(self).__dict__ else list(self)

        def append(self, value):
            self.add(value)

        def extend(self, values):
            extend(self, values)

        def insert(self, index, value):
            size = len(self)
            self.add(max(index + size, 0) if index < 0 else min(index, size), value)

        def pop(self, index=-1):
            if not len(self):
                raise IndexError('pop from empty list')
            value = self[index]
            del self[index]
            return value

        def remove(self, value):
            self.__delitem__(self.index(value))

        def index(self, value, start=0, stop=None):
            return list(self).index(value, start, len(self) if stop is None else stop)

        def count(self, value):
            return list(self).count(value)

        def reverse(self):
            self[:] = list(self)[::-1]

        def copy(self):
            return list(self)

        def sort(self, *, key=None, reverse=False):
            self[:] = sorted(self, key=key, reverse=reverse)

    class Sets:
        __hash__ = object_hash

        def __eq__(self, other):
            if isinstance(other, (set, frozenset)):
                return len(self) == len(other) and set(self) == other
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        def __or__(self, other):
            return set(self) | set(other) if isinstance(other, Iterable) else NotImplemented

        def __and__(self, other):
            return set(self) & set(other) if isinstance(other, Iterable) else NotImplemented

        def __sub__(self, other):
            return set(self) - set(other) if isinstance(other, Iterable) else NotImplemented

        def __xor__(self, other):
            return set(self) ^ set(other) if isinstance(other, Iterable) else NotImplemented

        __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

        def __rsub__(self, other):
            return set(other) - set(self) if isinstance(other, Iterable) else NotImplemented

        def __le__(self, other):
            return set(self) <= set(other)

        def __lt__(self, other):
            return set(self) < set(other)

        def __ge__(self, other):
            return set(self) >= set(other)

        def __gt__(self, other):
            return set(self) > set(other)

        def __ior__(self, other):
            extend(self, other)
            return self

        def __iand__(self, other):
            for each in set(self) - set(other):
                self.discard(each)
            return self

        def __isub__(self, other):
            for each in list(other):
                self.discard(each)
            return self

        def discard(self, value):
            if value in self:
                java_remove(self, _element(self, value))

        def pop(self):
            for value in self:
                self.discard(value)
                return value
            raise KeyError('pop from an empty set')

        def update(self, *others):
            for each in others:
                extend(self, each)

        def union(self, *others):
            return set(self).union(*others)

        def intersection(self, *others):
            return set(self).intersection(*others)

        def difference(self, *others):
            return set(self).difference(*others)

        def symmetric_difference(self, other):
            return set(self).symmetric_difference(other)

        def issubset(self, other):
            return set(self).issubset(other)

        def issuperset(self, other):
            return set(self).issuperset(other)

        def isdisjoint(self, other):
            return set(self).isdisjoint(other)

        def copy(self):
            return set(self)

    class Maps:
        __len__ = _size
        __getitem__ = _map_get
        __contains__ = _map_has
        __hash__ = object_hash

        def __bool__(self):
            return not self.isEmpty()

        def __iter__(self):
            return iter(self.keySet())

        def __setitem__(self, key, value):
            self.put(_map_key(self, key) if key in self else key, value)

        def __delitem__(self, key):
            java_remove(self, _map_key(self, key))

        def __eq__(self, other):
            if isinstance(other, dict):
                return len(self) == len(other) and dict(self) == other
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        def __or__(self, other):
            return {**self, **other} if isinstance(other, Mapping) else NotImplemented

        def __ror__(self, other):
            return {**other, **self} if isinstance(other, Mapping) else NotImplemented

        def __ior__(self, other):
            self.update(other)
            return self

        def keys(self):
            return KeysView(self)

        def items(self):
            return Items(self)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def pop(self, key, *default):
            if key not in self and default:
                return default[0]
            value = self[key]
            del self[key]
            return value

        def popitem(self):
            for key in self:
                return key, self.pop(key)
            raise KeyError('popitem(): dictionary is empty')

        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]

        def update(self, *others, **more):
            for key, value in dict(*others, **more).items():
                self[key] = value

        def copy(self):
            return dict(self)

    class Items(ItemsView):
        def __iter__(self):
            for entry in self._mapping.entrySet():
                yield entry.getKey(), entry.getValue()

    class Entries:
        def __iter__(self):
            return iter((self.getKey(), self.getValue()))

        def __getitem__(self, index):
            return (self.getKey(), self.getValue())[index]

        def __len__(self):
            return 2

    class Arrays:
        _array = True
        __len__ = _size

        def __getitem__(self, index):
            if isinstance(index, slice):
                return [_array_get(self, i) for i in range(*index.indices(len(self)))]
            return _array_get(self, index if type(index) is int else index_of(index))

        def __setitem__(self, index, value):
            if isinstance(index, slice):
                places = range(*index.indices(len(self)))
                values = list(value)
                if len(values) != len(places):
                    raise ValueError('an array keeps its length: %d values for %d places'
                                     % (len(values), len(places)))
                for place, each in zip(places, values):
                    _array_set(self, place, each)
            else:
                _array_set(self, index if type(index) is int else index_of(index), value)

        def __contains__(self, value):
            return value in self[:]

        def __iter__(self):
            return (_array_get(self, i) for i in range(len(self)))

        def __reversed__(self):
            return iter(self[::-1])

        __hash__ = object_hash

        def __eq__(self, other):
            if isinstance(other, (list, tuple)):
                return self[:] == list(other)
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        @property
        def length(self):
            return len(self)

        def index(self, value):
            return self[:].index(value)

        def count(self, value):
            return self[:].count(value)

    class CharSequences:
        __len__ = _size

        def __getitem__(self, index):
            return self.toString()[index]

        def __contains__(self, text):
            return text in self.toString()

    def place(self, index):
        size = len(self)
        at = index_of(index)
        at = at + size if at < 0 else at
        if not 0 <= at < size:
            raise IndexError('list index out of range')
        return at

    def delete(self, at):
        self.subList(at, at + 1).clear()

    def extend(self, values):
        self.addAll(values if isinstance(values, JavaObject) else list(values))

    def java_remove(self, key):
        return self.remove(key)

    def negated(answer):
        return answer if answer is NotImplemented else not answer

    def suppress(error, failed):
        if getattr(error, 'addSuppressed', None) and isinstance(failed, Throwable):
            error.addSuppressed(failed)

    from operator import index as index_of

    for name, kind in (('Iterable', Iterables), ('Iterator', Iterators), ('Enumeration', Streams),
                       ('Stream', Streams), ('AutoCloseable', Closeables), ('Collection', Collections),
                       ('List', Lists), ('Set', Sets), ('Map', Maps), ('Entry', Entries), ('Array', Arrays),
                       ('CharSequence', CharSequences)):
        own = {key: value for key, value in vars(kind).items()
               if key not in ('__module__', '__doc__', '__dict__', '__weakref__', '__qualname__',
                              '__static_attributes__', '__firstlineno__')}
        PROTOCOLS[name] = {key: value for key, value in own.items() if key.startswith('__')}
        METHODS[name] = {key: value for key, value in own.items() if not key.startswith('__')}
    new_module()
    del PROTOCOLS['Enumeration']['__enter__'], PROTOCOLS['Enumeration']['__exit__']
    ABSTRACT.update({'Iterable': Iterable, 'Iterator': Iterator, 'Collection': Collection,
                     'List': MutableSequence, 'Set': MutableSet, 'Map': MutableMapping, 'Array': Sequence,
                     'Stream': Iterable, 'Enumeration': Iterable})


ABSTRACT = {}


class Package(type(sys)):
    """A Java package."""

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        full = '%s.%s' % (self.__name__, name)
        found = _find_class(full)
        if found is None and _is_package(full):
            import importlib
            found = importlib.import_module(full)
        if found is None:
            raise AttributeError('Java package %s has no class or package %r' % (self.__name__, name))
        self.__dict__[name] = found
        return found

    def __repr__(self):
        return '<java package %r>' % self.__name__


class JavaFinder:
    """Finds Java packages and classes for import, after everything of Python's own."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        from importlib.machinery import ModuleSpec
        if _is_package(name):
            return ModuleSpec(name, JavaFinder, origin='java', is_package=True)
        if '.' in name and _find_class(name) is not None:
            return ModuleSpec(name, JavaFinder, origin='java')
        return None

    @staticmethod
    def create_module(spec):
        return Package(spec.name) if spec.submodule_search_locations is not None else _find_class(spec.name)

    @staticmethod
    def exec_module(module):
        pass


def java_type(name):
    """The Python type of a Java class: java_type("com.acme.Order"), java_type("int[]")."""
    found = _find_class(name)
    if found is None:
        raise ImportError('no Java class %r on the class path' % name, name=name)
    return found


def array(component, content):
    """A Java array: array("int", [1, 2]), or array("double", 10) for ten zeros."""
    kind = java_type(component) if isinstance(component, str) else component
    if isinstance(content, int):
        return _new_array(kind, content)
    values = list(content)
    made = _new_array(kind, len(values))
    made[:] = values
    return made


def cast(value, kind):
    """The value as an argument that overload resolution takes for the given class."""
    return _cast(value, java_type(kind) if isinstance(kind, str) else kind)


def synchronized(monitor, function):
    """Calls the function while this thread owns the Java object's monitor, and gives its result."""
    return _synchronized(monitor, function)


def implements(*interfaces):
    """For a class: derives it from Java interfaces. For an object: what Java sees as implementing them."""
    def apply(target):
        if isinstance(target, type):
            return JavaType(target.__name__, (target,) + interfaces, {'__module__': target.__module__,
                                                                       '__qualname__': target.__qualname__,
                                                                       '__doc__': target.__doc__})
        return _implement(target, *interfaces)
    return apply


def is_java(value):
    """Whether a value is a Java object, class or exception."""
    return (isinstance(value, (JavaObject, Throwable))
            or isinstance(value, JavaType) and '_java_class' in value.__dict__)


def same(one, other):
    """Whether both are the very same Java object."""
    return _same(one, other)


def new_module():
    """The module krait, and Java packages for import."""
    module = type(sys)('krait')
    module.__doc__ = 'Java from Python.'
    for each in (java_type, array, cast, synchronized, implements, is_java, same, py):
        each.__module__ = 'krait'
        setattr(module, each.__name__, each)
    module.JavaObject, module.Throwable = JavaObject, Throwable
    sys.modules['krait'] = module
    sys.meta_path.append(JavaFinder)


def py(value, seen=None):
    """The Python-native copy of a Java value, deep."""
    if not is_java(value):
        return value
    seen = {} if seen is None else seen
    known = seen.get(id(value))
    if known is not None:
        return known[1]
    names = {each.__name__ for each in type(value).__mro__ if each.__module__.startswith('java.')}
    if 'Map' in names:
        copy = {}
        seen[id(value)] = value, copy
        for entry in value.entrySet():
            copy[py(entry.getKey(), seen)] = py(entry.getValue(), seen)
        return copy
    if 'Set' in names:
        return {py(each, seen) for each in value}
    if 'Collection' in names or '_array' in type(value).__dict__:
        copy = []
        seen[id(value)] = value, copy
        copy += [py(each, seen) for each in value]
        return copy
    return value
