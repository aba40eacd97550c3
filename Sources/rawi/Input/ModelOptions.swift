import ArabicAnalysis
import ArgumentParser
import EntityModel
import FoundationEssentials
import Glibc

/// Which trained tagger looks for names.
enum ModelChoice: Sendable {
  /// The one in the program, made ready when it is first used.
  case builtIn
  /// Lists and rules alone.
  case none
  /// One from a file.
  case file(NameTagger)

  /// Whether a tagger is used.
  var isTagging: Bool {
    if case .none = self { false } else { true }
  }

  /// The tagger, or `nil` for lists and rules alone.
  var tagger: NameTagger? {
    switch self {
    case .builtIn: .builtIn
    case .none: nil
    case .file(let tagger): tagger
    }
  }
}

/// The option that chooses it.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The model that finds names, or none: lists and rules alone, which is faster. Without it, the "
        + "environment's RAWI_MODEL, else the model in the program.",
      valueName: "file"), completion: .file())
  var model: String?

  /// What was chosen.
  func choice() -> ModelChoice { .named(model) }
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
