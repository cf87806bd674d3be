"""The event loop that Java's CompletionStages wait on. Loaded with the first of them."""
import asyncio
from concurrent.futures import Future

loop = asyncio.new_event_loop()


def run():
    asyncio.set_event_loop(loop)
    loop.run_forever()


def stop():
    """The JVM's end waits for threads in native code, as that of the loop is."""
    loop.call_soon_threadsafe(loop.stop)


async def result_of(awaitable):
    return await awaitable


def submit(awaitable):
    """A concurrent.futures.Future of what is awaited."""
    if isinstance(awaitable, Future):
        return awaitable
    home = awaitable.get_loop() if asyncio.isfuture(awaitable) else loop
    return asyncio.run_coroutine_threadsafe(result_of(awaitable), home)


def tell(future, listener):
    future.add_done_callback(lambda done: listener(done.cancelled()))


def cancel(future):
    future.cancel()
