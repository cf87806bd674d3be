"""Ctrl-C as python has it: SIGINT raises KeyboardInterrupt on the main thread, out of waiting C calls too."""
import atexit
import os
import _signal
import _thread

ANSWERED = b'\0'
ENDED = b'\xff'


def take():
    """Installs the handlers, on the main thread. A descriptor to read signal numbers from; -1 when there is none."""
    global main
    if _signal.getsignal(_signal.SIGINT) is _signal.SIG_IGN:
        return -1
    _signal.signal(_signal.SIGINT, _signal.default_int_handler)
    if not hasattr(_signal, 'pthread_kill'):
        return -1
    main = _thread.get_ident()
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    # runs on the main thread right after the handler of SIGINT: then the interrupt has reached it
    _signal.signal(_signal.SIGURG, lambda *_: os.write(writer, ANSWERED))
    _signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    atexit.register(os.write, writer, ENDED)  # before any program comes: the last of all exit functions
    return reader


def nudge():
    """Ends a wait of the main thread in C code; the system may have given SIGINT to any other thread."""
    _signal.pthread_kill(main, _signal.SIGURG)
