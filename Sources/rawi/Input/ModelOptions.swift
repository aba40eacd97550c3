import Annotations
import ArabicAnalysis
import ArgumentParser
import EntityModel
import FoundationEssentials
import Glibc
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
    let bytes: Data
    do { bytes = try Data(contentsOf: URL(filePath: names)) } catch {
      throw OwnNamesFailure(path: names, reason: nil)
    }
    do { return try OwnNames(tsv: String(decoding: bytes, as: UTF8.self)) } catch {
      throw OwnNamesFailure(path: names, reason: error)
    }
  }
}

/// Why a list of one's own names cannot be used.
struct OwnNamesFailure: Error, CustomStringConvertible {
  let path: String
  /// What stands wrong in it; `nil` where it cannot be read.
  let reason: OwnNamesError?

  var description: String {
    reason.map { "\(path), \($0)" }
      ?? "\(path) cannot be read; give --names a file of names, a name a line"
  }
}

extension ModelChoice {
  /// The choice that `model` or else the environment names.
  ///
  /// A file that cannot be used is told on standard error, and lists and rules serve.
  static func named(_ model: String? = nil) -> ModelChoice {
    let name = model ?? getenv("RAWI_MODEL").map { String(cString: $0) } ?? ""
    if name.isEmpty { return .builtIn }
    if name == "none" { return .none }
    do {
      return .file(try NameTagger(copying: try Data(contentsOf: URL(filePath: name))))
    } catch let error as ModelError {
      Failure.tell("\(name) \(error); names are found by lists and rules")
    } catch {
      Failure.tell(
        "\(name) cannot be read; names are found by lists and rules. Give --model a file that the "
          + "training wrote")
    }
    return .none
  }
}
