"""What live Java objects do in Python because Python says it shorter."""
import sys
from abc import ABCMeta

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


class JavaType(ABCMeta):
    """The type of Java classes in Python. An ABCMeta so that a class can have both kinds of bases."""

    def __new__(meta, name, bases, names, **more):
        for base in bases:
            if issubclass(base, JavaObject):
                raise TypeError('Java class %s cannot be extended in Python; only interfaces and exceptions can'
                                % base.__name__)
        return ABCMeta.__new__(meta, name, bases, names, **more)

    __instancecheck__, __subclasscheck__ = type.__instancecheck__, type.__subclasscheck__

    def mro(cls):
        return order_of(cls)

    def __call__(cls, *args, **more):
        if '_java_class' not in cls.__dict__:
            return type.__call__(cls, *args, **more)
        if more:
            return construct_by_name(cls, args, more)
        if len(args) == 1 and cls.__name__.endswith('[]'):
            return array(_class_member(cls, 'getComponentType')(), *args)
        return _construct(cls, *args)

    def __getattr__(cls, name):
        if _fill(cls):
            return getattr(cls, name)
        method = _class_member(cls, name)
        if method is None:
            raise AttributeError(_why_hidden(cls, name)
                                 or 'Java class %s has no public member %r' % (class_name(cls), name))
        return method

    @property
    def class_(cls):
        """The class itself, which is what it is in Java."""
        return cls

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

    def __iter__(cls):
        return iter(constants_of(cls))

    def __len__(cls):
        return len(constants_of(cls))

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        return isinstance(value, cls)

    def __getitem__(cls, name):
        if is_generic(cls):
            from types import GenericAlias
            return GenericAlias(cls, name)
        for each in constants_of(cls):
            if each.name() == name:
                return each
        raise KeyError(name)

    def __dir__(cls):
        _fill(cls)
        return [name for name in type.__dir__(cls) if not is_hidden(cls, name) and not name.endswith('()')]


def construct_by_name(cls, args, more):
    """A record by the names of its components; of others, a new object whose properties and fields are set."""
    _fill(cls)
    components = [name[:-2] for name in cls.__dict__.get('__match_args__', ())]
    if components:
        if set(more) != set(components[len(args):]):
            raise TypeError('%s() takes %s' % (cls.__name__, ', '.join(components)))
        return _construct(cls, *args, *[more[name] for name in components[len(args):]])
    for name in more:
        member = member_of(cls, name)
        if type(member) is not JavaAttribute or _is_hidden(member):
            raise TypeError('%s() takes no keyword arguments but its properties and fields, and %r is none of those'
                            % (cls.__name__, name))
    made = _construct(cls, *args)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def is_java(value):
    """Whether a value is a Java object, class or exception."""
    return (isinstance(value, (JavaObject, Throwable))
            or isinstance(value, JavaType) and '_java_class' in value.__dict__)


def is_generic(cls):
    """Whether a class has type parameters: ArrayList[str] is for annotations."""
    parameters = _class_member(cls, 'getTypeParameters')
    return parameters is not None and len(parameters()) > 0


def constants_of(cls):
    """The constants of an enum."""
    method = _class_member(cls, 'getEnumConstants')
    values = None if method is None else method()
    if values is None:
        raise TypeError('%s is no enum: it has no constants to run through' % class_name(cls))
    return values[:]


def class_name(cls):
    return '%s.%s' % (cls.__module__, cls.__qualname__) if cls.__module__ else cls.__qualname__


class JavaInterface(metaclass=JavaType):
    """The root of Java interfaces."""
    __slots__ = ()


CAUSE = BaseException.__cause__


class Throwable(Exception, metaclass=JavaType):
    """The root of Java exceptions."""

    class_ = property(lambda self: self.getClass())

    @property
    def __notes__(self):
        """The Java frames, where tracebacks show notes (3.11)."""
        kept = self.__dict__
        if '_notes' not in kept:
            frames = _frames(kept['_java']) if '_java' in kept else ''
            kept['_notes'] = ['Java frames:\n' + frames] if frames else []
        return kept['_notes']

    @property
    def __cause__(self):
        """Python's cause, else Java's, which may have come later: by initCause."""
        known = CAUSE.__get__(self)
        if known is None and '_java' in self.__dict__ and not self.__suppress_context__:
            known = self.getCause()
            if known is not None:
                self.__dict__['_cause'] = True
                CAUSE.__set__(self, known)
        return known

    @__cause__.setter
    def __cause__(self, cause):
        CAUSE.__set__(self, cause)

    def __eq__(self, other):
        return self is other or isinstance(other, Throwable) and _same(self, other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return _identity_hash(self)


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
    cause = CAUSE.__get__(error)
    if cause is not None and '_cause' not in error.__dict__:
        error._cause = True
        _init_cause(carrier, cause, bare(cause))
    return carrier


DEEPEST_CAUSE = 32


def bare(error, depth=0):
    """A copy without traceback, its causes too. Java keeps that one: frames may lead back to what Java holds."""
    from copy import copy
    if isinstance(error, Throwable) or depth == DEEPEST_CAUSE:
        return error
    try:
        made = copy(error)
    except Exception:  # an exception whose class makes no copies
        return error
    if error.__cause__ is not None:
        made.__cause__ = bare(error.__cause__, depth + 1)
    return made


def new_carrier_of(error):
    """The same when Java has dropped the Throwable."""
    error.__dict__.pop('_java', None)
    error.__dict__.pop('_cause', None)
    return carrier_of(error)


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
    'dev.krait.error.ConversionException': TypeError,
}

def keep_class(value, other):
    raise TypeError('a Java object keeps its class; krait.cast(x, type) lets an argument count as another')


PROTOCOLS = {}
METHODS = {}
ABSTRACT = {}


def new_type(arguments):
    """The type of a Java class without its members."""
    name, package, bases, protocols, carrier = arguments
    names = {'__slots__': (), '__module__': package, '__qualname__': name, '__doc__': ClassText(),
             '_java_class': carrier}
    for protocol in protocols:
        names.update(PROTOCOLS.get(protocol, ()))
    if bases[0] is JavaObject:
        names['__class__'] = property(type, keep_class)
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
    """Gives a type its members, and those of Python's own type where Java leaves the name free or has but a getter."""
    cls, members, protocols = arguments
    for protocol in protocols:
        for name, function in METHODS.get(protocol, {}).items():
            member = members.get(name)
            if member is None:
                members[name] = function
            elif type(member) is JavaMethod:
                _set_fallback(member, function)
            elif type(member) is JavaAttribute and (_is_hidden(member) or type(function) is property):
                members[name] = function
    components = tuple(name for name in members if name.endswith('()'))
    if components:
        members['__match_args__'] = components
    members.pop('class_', None)  # the root type has it, as the metaclass has it for classes
    set_member = type.__setattr__
    for name, member in members.items():
        if type(member) is not JavaAttribute or not _is_hidden(member) or not is_python_name(cls, name):
            set_member(cls, name, member)


def is_python_name(cls, name):
    """Whether the builtin exception that a Java exception derives from has a member of the name."""
    return any(name in each.__dict__ for each in cls.__mro__ if not isinstance(each, JavaType))


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


ANY_NUMBER = 255


def arity(function):
    """least * 256 + most positional arguments of a callable; 255 is any number."""
    code = getattr(function, '__code__', None)
    bound = 0
    if code is None and hasattr(function, '__func__'):
        code = getattr(function.__func__, '__code__', None)
        bound = 1
    if code is None:
        return arity_of_c(function)
    most = code.co_argcount - bound
    defaults = getattr(function, '__defaults__', None) or ()
    least = max(most - len(defaults), 0)
    if code.co_flags & 4 or most > 254:
        most = ANY_NUMBER
    return min(least, 254) * 256 + most


def declares(arguments):
    """Whether a value may have a member that no __getattr__ makes up for the asking."""
    value, name = arguments
    if not hasattr(type(value), '__getattr__'):
        return True
    try:
        return name in dir(value)
    except Exception:  # a __dir__ that fails knows nothing
        return True


C_ARITIES = {}


def arity_of_c(function):
    """The same for a function made in C, by the text of its signature: "($self, object, /)"."""
    text = getattr(function, '__text_signature__', None)
    if not text or isinstance(function, type):
        return ANY_NUMBER
    bound = hasattr(function, '__self__')  # then what begins with $ is given already
    known = C_ARITIES.get((text, bound))
    if known is None:
        least = most = 0
        for each in text.strip('()').split(', '):
            if each.startswith('**') or each in ('', '/') or each[0] == '$' and bound:
                continue
            if each[0] == '*':
                most = ANY_NUMBER if each != '*' else most
                break
            most += 1
            least += '=' not in each
        known = C_ARITIES[text, bound] = least * 256 + most
    return known


def new_builtin(arguments):
    """The builtin exception of that name, for one that was made in Java."""
    import builtins
    name, text = arguments
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, BaseException):
        return kind(text)
    return RuntimeError('%s: %s' % (name, text))


def share(names):
    """Lets this and another of our sources use each other's names."""
    for name, value in list(globals().items()):
        names.setdefault(name, value)
    for name, value in names.items():
        globals().setdefault(name, value)
