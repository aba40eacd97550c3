import CPlatform

/// By what a file is known, wherever it is moved and however it is edited: its inode number, and where the file system
/// says it, when the file was made, as it gives the number of a file that is gone to the next one at once.
package struct FileIdentity: Sendable {
  private var number: UInt64
  /// In nanoseconds since 1970; `nil` where nobody knows.
  private var born: Int64?

  /// That of the file at `path`, or of what it leads to as a link; `nil` where there is none.
  package init?(ofFileAt path: String) {
    var identity = rawi_file_identity()
    guard FilePath.withBytes(of: path, { rawi_identify_file($0, &identity) }) else { return nil }
    self.init(number: identity.number, born: identity.born == 0 ? nil : identity.born)
  }

  init(number: UInt64, born: Int64?) {
    (self.number, self.born) = (number, born)
  }

  /// The same as one number that can be kept: below 0 where it has the time, else the number of the file alone.
  package var kept: Int64 {
    guard let born else { return numberAlone }
    var mixed = (number &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bitPattern: born)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int64(bitPattern: (mixed ^ (mixed >> 31)) | 1 << 63)
  }

  /// Whether what was `kept` is of this file, as far as it tells: it may be a number alone, of when no more was kept.
  package func matches(_ kept: Int64) -> Bool {
    kept < 0 ? kept == self.kept : kept == numberAlone
  }

  private var numberAlone: Int64 { Int64(number & UInt64(Int64.max)) }
}
