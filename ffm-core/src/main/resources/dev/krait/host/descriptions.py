"""What help(), inspect and completion see of Java classes and their members."""


class ClassText:
    """The __doc__ of a Java class: its declaration and its constructors."""

    def __get__(self, instance, cls):
        return _class_text(cls) if '_java_class' in cls.__dict__ else None


def overloads_of(method):
    """For each overload: its declaration, whether it is static, what it returns, its parameters as (name, type)."""
    for line in _declarations(method):
        text, static, returned, *parameters = line.split('\t')
        yield text, static == 'static', returned, [each.split(' ', 1) for each in parameters]


def member_name(method):
    return _member_name(method)


def member_qualname(method):
    return '%s.%s' % (_member_owner(method).rpartition('.')[2], _member_name(method))


def member_doc(method):
    if type(method) is JavaAttribute:
        return _attribute_text(method)
    return '\n'.join(text for text, *_ in overloads_of(method)) or None


def member_repr(method):
    if type(method) is JavaAttribute:
        return '<java %s>' % _attribute_text(method)
    return '<java method %s.%s>' % (_member_owner(method), _member_name(method))


def member_signature(method):
    """With names and types where there is one overload; any arguments otherwise."""
    if type(method) is JavaAttribute:
        raise AttributeError('__signature__')
    from inspect import Parameter, Signature
    overloads = list(overloads_of(method))  # none for what only Python's protocols call
    only = len(overloads) == 1
    first = [] if type(method) is JavaStaticMethod else [Parameter('self', Parameter.POSITIONAL_ONLY)]
    if not only:
        return Signature(first + [Parameter('args', Parameter.VAR_POSITIONAL)])
    _, _, returned, parameters = overloads[0]
    for name, kind in parameters:
        rest = kind.endswith('...')
        first.append(Parameter(name, Parameter.VAR_POSITIONAL if rest else Parameter.POSITIONAL_ONLY,
                               annotation=kind[:-3] if rest else kind))
    return Signature(first, return_annotation=returned)


def member_class(method):
    """What isinstance sees: completion and pydoc ask whether something is a property, and then do not compute it."""
    return property if type(method) is JavaAttribute and _is_property(method) else type(method)


def accessor(name):
    """What a bean property has for those who take it for a property of Python's."""
    def get(attribute):
        if not _is_property(attribute):
            raise AttributeError(name)
        if name == 'fget':
            return attribute.__get__
        return attribute.__set__ if name == 'fset' and _is_writable(attribute) else None
    return property(get)


def visible_names(self):
    """dir() of a Java object: without what is there only to say why it cannot be reached, and without bean properties.

    Tools read all that dir() names, and a getter may fail, block or open a connection. It is named itself, and dir()
    of the class has the properties too.
    """
    return [name for name in object.__dir__(self) if not is_left_out(type(self), name)]


def is_left_out(cls, name):
    member = member_of(cls, name)
    return type(member) is JavaAttribute and (_is_hidden(member) or _is_property(member))


def is_hidden(cls, name):
    member = member_of(cls, name)
    return type(member) is JavaAttribute and _is_hidden(member)


def member_of(cls, name):
    for each in cls.__mro__:
        member = each.__dict__.get(name)
        if member is not None:
            return member
    return None


def formatted(self, spec):
    return format(str(self), spec) if spec else str(self)


def set_up_descriptions():
    for kind in (JavaMethod, JavaStaticMethod, JavaAttribute):
        kind.__repr__ = member_repr
    for name in ('fget', 'fset', 'fdel'):
        setattr(JavaAttribute, name, accessor(name))
    JavaObject.class_ = property(lambda self: self.getClass())
    JavaObject.__dir__ = Throwable.__dir__ = JavaInterface.__dir__ = visible_names
    JavaObject.__format__ = formatted
