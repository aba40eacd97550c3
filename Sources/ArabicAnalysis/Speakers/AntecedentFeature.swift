import ArabicText

/// What speaks for or against an entity as the subject of a reporting word that has none in its sentence.
///
/// `lists/antecedents.tsv` holds what each weighs by its ``name``; `Training/train_antecedents.py` learns it from
/// labelled news.
package enum AntecedentFeature: UInt8, CaseIterable, Sendable {
  /// Spoke last, last but one, before those, never.
  case last, second, earlier, silent
  /// The same, where the verb goes on with a speech: أضاف.
  case lastGoesOn
  case silentGoesOn
  case person, organisation, place, document, unnamed
  /// Whether the verb's form allows what is known of its gender and number.
  case agrees, disagrees
  /// Where it was mentioned last: in this paragraph, in the one before, farther back.
  case here, before, far
  /// Mentioned latest of all.
  case latest
  /// How many other people were mentioned since.
  case nobodySince
  case oneSince
  case moreSince
  /// The subject of the sentence before, where nothing is said in that.
  case topic
  /// Brought in by the sentence before: among them N.
  case introduced
  /// Named in the first paragraph.
  case headline
  /// The form of the verb with the kind of the entity.
  case sheOrganisation
  case heOrganisation
  case shePlace
  case hePlace
  case theyUnnamed
  case theyPerson
  case theyOrganisation
  case heUnnamed
  case sheUnnamed
  /// The verb is a participle, and it spoke last.
  case lastOfParticiple
}

/// A set of ``AntecedentFeature``.
package struct AntecedentFeatures: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ features: [AntecedentFeature]) {
    rawValue = features.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Those that the set has.
  package var features: [AntecedentFeature] {
    AntecedentFeature.allCases.filter { rawValue & 1 << UInt64($0.rawValue) != 0 }
  }

  mutating func insert(_ feature: AntecedentFeature) { formUnion(Self([feature])) }
}

extension AntecedentFeature {
  /// What it is called in lists and dumps.
  package var name: String { String(describing: self) }
}

/// A report without a subject in its sentence, and who may have made it.
package struct DroppedSubject: Sendable {
  /// Where the reporting word begins.
  package var cue: TextOffset
  /// The entities that may be meant, with what is known of each.
  package var candidates: [(cluster: Int, features: AntecedentFeatures)]
}

/// What each feature weighs; one without an entry weighs nothing.
struct AntecedentWeights: Sendable {
  private var weights = [Double](repeating: 0, count: AntecedentFeature.allCases.count)

  /// The sum of the weights of a set.
  subscript(features: AntecedentFeatures) -> Double {
    features.features.reduce(0) { $0 + weights[Int($1.rawValue)] }
  }

  mutating func set(_ weight: Double, of name: String) {
    guard let feature = AntecedentFeature.allCases.first(where: { $0.name == name }) else { return }
    weights[Int(feature.rawValue)] = weight
  }
}
