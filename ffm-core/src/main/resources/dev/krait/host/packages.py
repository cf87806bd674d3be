"""Java packages for import, and the module krait."""
import sys
from _frozen_importlib import ModuleSpec  # there since Python began: finders must not import, see JavaFinder


class Package(type(sys)):
    """A Java package."""

    def __getattr__(self, name):
        if name == '__all__':  # what "from package import *" brings: classes
            return [each for each in _package_names(self.__name__, True)]
        if name.startswith('__'):
            raise AttributeError(name)
        full = '%s.%s' % (self.__name__, name)
        if full == 'java.type':  # what GraalPy calls it
            return java_type
        found = _find_class(full)
        if found is None and _is_package(full):
            import importlib
            found = importlib.import_module(full)
        if found is None:
            sys.modules.pop(full, None)  # where "from package import name" would look next
            raise AttributeError('Java package %s has no class or package %r' % (self.__name__, name))
        if isinstance(found, Package) or _keeps_classes():
            self.__dict__[name] = found
        return found

    def __setattr__(self, name, value):
        if not isinstance(value, ClassModule):  # what import sets; __getattr__ has the class itself
            super().__setattr__(name, value)

    def __dir__(self):
        return sorted(set(_package_names(self.__name__, False)) | set(self.__dict__))

    def __repr__(self):
        return '<java package %r>' % self.__name__


class ClassModule(type(sys)):
    """What stands for a class in sys.modules: all engines share it, while not all may name the class."""

    def __getattr__(self, name):
        if name == '__path__':  # lets nested classes be imported: import java.util.Map.Entry
            return []
        return getattr(java_type(self.__name__), name)

    def __setattr__(self, name, value):
        if not isinstance(value, ClassModule):
            super().__setattr__(name, value)

    def __call__(self, *args):
        return java_type(self.__name__)(*args)

    def __repr__(self):
        return '<java class %r as a module>' % self.__name__


def spec_of(name, is_package=False):
    return ModuleSpec(name, JavaFinder, origin='java', is_package=is_package)


def forget_classes():
    """Lets packages ask for their classes again, when others are allowed than before."""
    for name, module in list(sys.modules.items()):
        if isinstance(module, Package):
            for key, value in list(module.__dict__.items()):
                if isinstance(value, JavaType):
                    del module.__dict__[key]
        elif isinstance(module, ClassModule):
            del sys.modules[name]


def is_of_closed_loader(error):
    """Whether classes of Krait are missing: the class loader was closed, and what came after it has a finder too."""
    ours = ('dev/krait/', 'org/apache/commons/lang3/')
    return type(error).__name__ == 'NoClassDefFoundError' and str(error).startswith(ours)


class JavaFinder:
    """
    Finds Java packages and classes for import, after everything of Python's own.

    A finder is asked under the lock of all imports. What it imported itself would wait for the lock of that module with
    the first one held, while who loads that module waits for the first: finders of Krait do not import. Neither do they
    take anything out of the list of finders, where others would then pass over one.
    """

    @staticmethod
    def find_spec(name, path=None, target=None):
        try:
            if _is_package(name):
                return spec_of(name, True)
            if '.' in name and _is_class(name):
                return spec_of(name)
        except Exception as error:
            if not is_of_closed_loader(error):
                raise
            sys.meta_path = [each for each in sys.meta_path if each is not JavaFinder]
        return None

    @staticmethod
    def create_module(spec):
        return (Package if spec.submodule_search_locations is not None else ClassModule)(spec.name)

    @staticmethod
    def exec_module(module):
        pass


def java_type(name):
    """The Python type of a Java class: java_type("com.acme.Order"), java_type("int[]")."""
    if not isinstance(name, str):
        raise TypeError("the name of a Java class is needed, such as 'java.util.ArrayList', not %r" % (name,))
    found = _find_class(name)
    if found is None:
        raise ImportError('no Java class %r on the class path' % name, name=name)
    return found


def class_of(kind):
    """A Java class that is given as such or by its name."""
    if isinstance(kind, str):
        return java_type(kind)
    if isinstance(kind, JavaType) and '_java_class' in kind.__dict__:
        return kind
    raise TypeError("a Java class or its name is needed, such as ArrayList or 'int', not %r" % (kind,))


def array(component, content):
    """A Java array: array("int", [1, 2]), or array("double", 10) for ten zeros."""
    kind = class_of(component)
    if isinstance(content, int):
        return _new_array(kind, content)
    values = content if hasattr(type(content), '__len__') else list(content)
    made = _new_array(kind, len(values))
    made[:] = values
    return made


def cast(value, kind):
    """The value converted to a Java class, as an argument that overload resolution takes for that class."""
    return _cast(value, class_of(kind))


class Synchronized:
    """Owns the monitor of a Java object in a with statement."""

    def __init__(self, monitor):
        self.monitor, self.entered = monitor, []

    def __enter__(self):
        entered = _enter_monitor(self.monitor)
        if entered is None:
            raise NotImplementedError('this JVM holds no monitor across calls: '
                                      'use synchronized(monitor, function)')
        self.entered.append(entered)
        return self.monitor

    def __exit__(self, *error):
        _exit_monitor(self.entered.pop())


def synchronized(monitor, function=None):
    """The monitor of a Java object: "with synchronized(monitor): ..." runs the block while this thread owns it.

    With a function: calls it while this thread owns the monitor, and gives its result.
    """
    if not is_java(monitor):
        raise TypeError('synchronized takes a Java object, not %r' % type(monitor).__name__)
    return Synchronized(monitor) if function is None else _synchronized(monitor, function)


def implements(*interfaces):
    """For a class: derives it from Java interfaces. For an object: what Java sees as implementing them."""
    def apply(target):
        if isinstance(target, type):
            return JavaType(target.__name__, (target,) + interfaces, {'__module__': target.__module__,
                                                                       '__qualname__': target.__qualname__,
                                                                       '__doc__': target.__doc__})
        return _implement(target, *interfaces)
    return apply


def same(one, other):
    """Whether both are the very same Java object."""
    return _same(one, other)


def new_module():
    """The module krait, and Java packages for import."""
    module = type(sys)('krait')
    module.__doc__ = 'Java from Python.'
    for each in (java_type, array, cast, synchronized, implements, is_java, same, py, json):
        each.__module__ = 'krait'
        setattr(module, each.__name__, each)
    module.JavaObject, module.Throwable = JavaObject, Throwable
    sys.modules['krait'] = module
    sys.meta_path.append(JavaFinder)
