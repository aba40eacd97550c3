import Annotations
import ArabicAnalysis
import ArgumentParser
import EntityModel
import Interface
import Platform
import ReaderRuntime

/// The options that say how names are found.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The model that finds names, or none: lists and rules alone, which is faster. Without it, the "
        + "environment's RAWI_MODEL, else the model in the program.",
      valueName: "file"), completion: .file())
  var model: String?

  @Option(
    help: ArgumentHelp(
      "A list of your own names, which go before all others: name, tab, PER, ORG, LOC or - (no name), "
        + "and behind another tab what the entity is called.",
      valueName: "file"), completion: .file())
  var names: String?

  /// What was chosen.
  func choice() -> ModelChoice { .named(model) }

  /// What finds names as the options say.
  func finding() throws -> NameFinding { NameFinding(model: choice(), listed: try ownNames()) }

  /// What finds names as the options say, whatever the person has taught.
  func analyzer() throws -> Analyzer { try finding().analyzer(heeding: PersonalNames()) }

  /// The names of the list that was named; none without one.
  ///
  /// - Throws: ``OwnNamesFailure`` where it cannot be read or used.
  func ownNames() throws -> OwnNames {
    guard let names else { return OwnNames() }
    let text: String
    do throws(FileError) {
      text = try WholeFile.text(of: names, limit: 64 << 20, kinds: .anyStream)
    } catch {
      throw OwnNamesFailure.unreadable(error)
    }
    do throws(OwnNamesError) { return try OwnNames(tsv: text) } catch {
      throw OwnNamesFailure.line(path: names, error)
    }
  }
}

extension ModelChoice {
  /// The choice that `model` or else the environment names.
  ///
  /// A file that cannot be used is told on standard error, and lists and rules serve.
  static func named(_ model: String? = nil) -> ModelChoice {
    let name = model ?? ProcessEnvironment.variables["RAWI_MODEL"] ?? ""
    if name.isEmpty { return .builtIn }
    if name == "none" { return .none }
    do {
      let bytes = try WholeFile.bytes(of: name, limit: 1 << 30, kinds: .anyStream)
      return .file(try NameTagger(copying: bytes))
    } catch let error as ModelError {
      Failure.tell(Phrase(.modelUnused, .path(name), .phrase(error.phrase)))
    } catch let error as FileError {
      Failure.tell(Phrase(.modelUnread, .path(name), error.reason.argument))
    } catch {
      Failure.tell("\(error)")
    }
    return .none
  }
}
