/// The numbers that the rules go by, each with where it comes from.
///
/// "Set by hand" means that nobody has measured what another value would do: such a number is a
/// candidate for the ablation that goes through all of them (`ParameterAblationTests`). A class, so that
/// all that reads a paragraph shares one copy.
package final class RuleParameters: Sendable {
  /// The numbers of the program.
  package static let standard = RuleParameters()

  package let names: Names
  package let quotations: Quotations
  package let speakers: Speakers
  package let joining: Joining

  package init(
    names: Names = Names(), quotations: Quotations = Quotations(),
    speakers: Speakers = Speakers(), joining: Joining = Joining()
  ) {
    self.names = names
    self.quotations = quotations
    self.speakers = speakers
    self.joining = joining
  }
}
