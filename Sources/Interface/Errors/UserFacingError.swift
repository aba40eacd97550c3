/// An error with a message for a person, in the language of the interface.
///
/// Targets below this one know no phrases: what their errors say stands in an extension of the lowest
/// target that knows both, one file for each error.
package protocol UserFacingError: Error {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase { get }
  /// The status with which a program ends that cannot go on, one of sysexits.h.
  var exitCode: Int32 { get }
}

extension UserFacingError {
  /// What is wrong and what to do.
  package func message(in language: Language) -> String { phrase.string(in: language) }
}
