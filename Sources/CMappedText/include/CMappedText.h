// Keeps the program alive when a file that it has mapped is made shorter: what is gone reads as zero
// bytes from then on.
//
// In C because it is done in the handler of SIGBUS, which may call async-signal-safe functions only.

#pragma once

#include <stdbool.h>
#include <stddef.h>

// Guards the `size` bytes mapped at `address`, however many there are already. Returns whether there was
// memory to remember them; a mapping that is not guarded ends the program when its file is cut.
bool mapped_text_guard(const void *address, size_t size);

// Ends the guard of the bytes at `address`; call it before they are unmapped.
void mapped_text_release(const void *address);

// Puts zero bytes in the place of what is missing from `fault` on, where that lies in guarded bytes;
// false where it does not. For handlers of SIGBUS. Async-signal-safe.
bool mapped_text_repair(void *fault);
