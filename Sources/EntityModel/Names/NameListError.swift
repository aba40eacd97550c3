/// Why bytes are not a list of names.
package enum NameListError: Error, Hashable, Sendable {
  /// They do not begin with `RAWINAME`.
  case wrongMagic
  /// The file is of another version than 1.
  case unsupportedVersion(UInt32)
  /// The file is shorter or longer than its header says.
  case wrongLength(expected: Int, found: Int)
  /// The bytes are not those that were written.
  case wrongChecksum
}

extension NameListError: CustomStringConvertible {
  /// What is wrong and what to do.
  package var description: String {
    switch self {
    case .wrongMagic: "not a list of names: it does not begin with RAWINAME"
    case .unsupportedVersion(let version):
      "a list of names of version \(version); this program reads version 1, build the list anew"
    case .wrongLength(let expected, let found):
      "a list of names that was cut or extended: \(found) bytes instead of \(expected)"
    case .wrongChecksum: "a damaged list of names: the checksum does not fit, build the list anew"
    }
  }
}
