/// Why bytes are no tagger that can be used.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// They do not begin as a tagger does.
  case wrongMagic
  /// They are of a version that this program does not know.
  case unsupportedVersion(UInt32)
  /// The numbers of its header cannot be of a tagger.
  case wrongShape
  /// They were cut, or something was added. Lengths are in bytes after the header.
  case wrongLength(expected: Int, found: Int)
  /// They were changed.
  case wrongChecksum
  /// They are the upper layers of a smaller tagger that has its lower layers from another tagger than
  /// the program's. Both numbers are checksums.
  case wrongTeacher(expected: UInt64, found: UInt64)

  /// What is wrong and what helps, as part of a sentence that names the file.
  public var description: String {
    switch self {
    case .wrongMagic: "is no model of Rawi; give a file that the training wrote"
    case .unsupportedVersion(let version):
      "is a model of version \(version); this program reads version \(WeightFile.version)"
    case .wrongShape: "has sizes that no model can have; it is damaged, copy it again"
    case .wrongLength(let expected, let found):
      "has \(found) bytes of data where \(expected) belong; it was cut, copy it again"
    case .wrongChecksum: "is damaged (its checksum is wrong); copy it again"
    case .wrongTeacher(let expected, let found):
      "shares layers with the tagger \(found.checksumText), and this program has \(expected.checksumText); "
        + "use it with the program it was made for, or train it anew"
    }
  }
}
