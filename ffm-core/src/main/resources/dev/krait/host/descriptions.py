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
    overloads = list(overloads_of(method))
    if not overloads:
        raise AttributeError('__signature__')
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


def visible_names(self):
    """dir() of a Java object: without what is there only to say why it cannot be reached."""
    return [name for name in object.__dir__(self) if not is_hidden(type(self), name)]


def is_hidden(cls, name):
    for each in cls.__mro__:
        member = each.__dict__.get(name)
        if member is not None:
            return type(member) is JavaAttribute and _is_hidden(member)
    return False


def formatted(self, spec):
    return format(str(self), spec) if spec else str(self)


def set_up_descriptions():
    for kind in (JavaMethod, JavaStaticMethod, JavaAttribute):
        kind.__repr__ = member_repr
    JavaObject.class_ = property(lambda self: self.getClass())
    JavaObject.__dir__ = visible_names
    JavaObject.__format__ = formatted
