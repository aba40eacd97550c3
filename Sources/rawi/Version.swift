import EntityModel

/// What `rawi --version` says, and what a report of a fault needs of it.
///
/// Versions are semantic (semver.org): they promise the library's public symbols and the JSON of
/// `analyze` and `quotes`.
enum Version {
  /// The version of the program and the library.
  static let number = "0.2.0"

  /// The version, and by which model names are found.
  static var text: String { "rawi \(number)\n\(model)" }

  /// The built-in model, with the day of the labels that it has learnt from.
  static var model: String {
    guard let fingerprint = NameTagger.builtInFingerprint else { return "tagger: damaged" }
    let known = NameTagger.labels
    let day = fingerprint == known.fingerprint ? known.day : "unknown"
    return "tagger \(fingerprint.prefix(8)), labels of \(day)"
  }
}
