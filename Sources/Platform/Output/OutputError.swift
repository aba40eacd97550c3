import Glibc

/// Why output cannot be written, with an `errno`.
package struct OutputError: Error, Hashable, Sendable {
  package var number: Int32

  package init(number: Int32) { self.number = number }

  /// Whether nobody reads any more, as behind `| head`.
  package var isClosedPipe: Bool { number == EPIPE }
}
