import Synchronization

/// Remembers what was made last, for as long as what it was made of stays the same.
///
/// What it makes depends on its key alone, so that remembering it never changes what anyone sees.
final class Remembered<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let last = Mutex<(key: Key, value: Value)?>(nil)

  /// What `make` makes of `key`: made now, or remembered.
  func value(of key: Key, _ make: () -> Value) -> Value {
    if let value = last.withLock({ $0?.key == key ? $0?.value : nil }) { return value }
    let value = make()
    last.withLock { $0 = (key, value) }
    return value
  }
}
