/// The upper layers and word heads of a student: a smaller tagger that has its pieces, its embeddings and
/// its lower layers from another tagger, its teacher.
///
/// After Hinton, Vinyals and Dean, *Distilling the Knowledge in a Neural Network* (2015).
struct StudentFile: Sendable {
  let weights: WeightFile
  /// The teacher's, but for the layers and their inner width: these are the student's own.
  let shape: ModelShape
  /// How many layers of the teacher its own stand upon.
  let sharedLayers: Int

  static let magic = "RAWISTUD"

  /// Checks the header and finds the arrays of `owner`.
  ///
  /// - Parameters:
  ///   - owner: The bytes of the file.
  ///   - teacher: The tagger that it has its lower layers from.
  ///   - verifying: Whether the checksum is computed: not for bytes compiled into the program.
  /// - Throws: ``ModelError`` where they are no undamaged student of `teacher`.
  init(_ owner: ModelBytes, of teacher: ModelFile, verifying: Bool) throws(ModelError) {
    var weights = try WeightFile(owner, magic: Self.magic)
    let bytes = weights.bytes
    let made = bytes.number64(at: 80)
    guard made == teacher.weights.checksum else {
      throw .wrongTeacher(expected: teacher.weights.checksum, found: made)
    }
    func number(_ index: Int) -> Int { Int(bytes.number32(at: 12 + 4 * index)) }
    var shape = teacher.shape
    shape.layers = number(1)
    shape.innerWidth = number(3)
    sharedLayers = number(4)
    let isSound =
      number(0) == shape.width && number(2) == shape.heads && number(5) == shape.tags
      && number(6) == shape.clitics && (1...64).contains(shape.layers)
      && (8...16384).contains(shape.innerWidth) && shape.innerWidth % 8 == 0
      && (0...teacher.shape.layers).contains(sharedLayers)
    guard isSound else { throw .wrongShape }
    try weights.find(shape.layerSections, verifying: verifying)
    self.weights = weights
    self.shape = shape
  }
}
