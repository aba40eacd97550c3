/// Why a file cannot be read at all.
package enum ExchangeError: Error, Hashable, Sendable {
  /// It is of no form that is read.
  case unknown
  /// It is of no form that is read; it would be JSON but for the byte at this place.
  case damagedJSON(byte: Int)
  /// It is of another form than that which was asked for.
  case looksLike(ImportKind, asked: ExchangeFormat)
  /// The format is for people.
  case notReadable(ExchangeFormat)
}
