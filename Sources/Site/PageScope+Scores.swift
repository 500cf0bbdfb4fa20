import Campaigns
import Templating
import Vietnamese

/// Score tables of clusters. Evidence (minh chứng) is for the cluster's own eyes and not shown.
extension PageScope {
  /// Units that stand side by side; of more each has a table of its own.
  private static let unitsSideBySide = 8

  static let scoreTableShape = Shape([
    "id": .text("mã để đặt `id`, như `2023-2024`"),
    "period": .text("kỳ, như “năm học 2023-2024”"),
    "maximum": .text("tổng điểm chuẩn"),
    "grades": .list("các mức xếp loại do bảng đặt ra", of: labelShape),
    "ranking": .list("các đơn vị theo thứ hạng", of: rankShape),
    "units": .list("các đơn vị của bảng điểm chi tiết, theo thứ hạng", of: linkShape),
    "rows": .list("các tiêu chí với điểm của từng đơn vị đặt cạnh nhau", of: scoreRowShape),
    "sheets": .list("bảng điểm riêng từng đơn vị, khi quá nhiều đơn vị", of: scoreSheetShape),
    "has_scores": .flag("đã có điểm"),
  ])

  static let rankShape = Shape([
    "rank": .text("hạng; trống khi chưa xếp"),
    "is_shared": .flag("cùng hạng với đơn vị khác"),
    "unit": .object("đơn vị", linkShape),
    "own": .text("tổng điểm tự chấm; trống khi chưa đủ"),
    "given": .text("tổng điểm cụm chấm; trống khi chưa đủ"),
    "grade": .text("xếp loại, khi bảng có đặt mức"),
    "missing": .text("các tiêu chí chưa có điểm"),
  ])

  static let scoreRowShape = Shape([
    "text": .text("tiêu chí"),
    "kind": .text("“Điểm cộng”, “Điểm trừ”; trống với điểm chuẩn"),
    "max": .text("điểm tối đa"),
    "depth": .number("bậc trong cây tiêu chí, từ 0"),
    "is_group": .flag("là mục lớn, điểm do các tiêu chí trong mục cộng lại"),
    "needs_evidence": .flag("phải kèm minh chứng"),
    "cells": .list("điểm của từng đơn vị", of: scoreShape),
  ])

  static let scoreShape = Shape([
    "own": .text("điểm tự chấm"),
    "given": .text("điểm cụm chấm"),
  ])

  static let scoreSheetShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "rows": .list("các tiêu chí với điểm của đơn vị", of: scoreRowShape),
  ])

  func scoreTable(_ table: ScoreTable) -> Value {
    let hasScores = table.sheets.contains(where: \.isOpen)
    let isNarrow = table.sheets.count <= Self.unitsSideBySide
    return .lazy(Self.scoreTableShape) { name in
      switch name {
      case "id": .text(table.period.id)
      case "period": .text(tree.name(of: table.period))
      case "maximum": .text(table.maximum?.text)
      case "grades":
        labelled(
          table.grades.map {
            ($0.text, $0.least.map { say("từ {count} điểm", ("count", tree.text($0))) })
          })
      case "ranking": hasScores ? .some(table.sheets.map { rank($0, table) }) : .null
      case "units": .some(isNarrow ? table.sheets.map { unitLink($0.unit) } : [])
      case "rows": .some(rows(of: table, isNarrow && hasScores ? table.sheets : []))
      case "sheets":
        .some(
          isNarrow || !hasScores
            ? []
            : table.sheets.map {
              .record(Self.scoreSheetShape, [unitLink($0.unit), .some(rows(of: table, [$0]))])
            })
      case "has_scores": .bool(hasScores)
      default: .null
      }
    }
  }

  private func rank(_ sheet: ScoreTable.Sheet, _ table: ScoreTable) -> Value {
    .record(
      Self.rankShape,
      [
        .text(sheet.rank.map(String.init)), .bool(sheet.isShared), unitLink(sheet.unit),
        .text(total(of: sheet.own, table)), .text(total(of: sheet.given, table)),
        .text(sheet.grade?.text),
        .text(
          sheet.missing.isEmpty
            ? nil
            : sheet.missing.map { table.lines[$0].criterion.text }.joined(separator: "; ")),
      ])
  }

  /// With as many decimals as any total of the table, so that they stand in one column.
  private func total(of points: ScoreTable.Points, _ table: ScoreTable) -> String? {
    let scales = table.sheets.flatMap { [$0.own.total?.scale, $0.given.total?.scale] }
    return points.total?.rounded(to: scales.compactMap { $0 }.max() ?? 0).text
  }

  private func rows(of table: ScoreTable, _ sheets: [ScoreTable.Sheet]) -> [Value] {
    table.lines.enumerated().map { place, line in
      .record(
        Self.scoreRowShape,
        [
          .text(line.criterion.text),
          .text(line.criterion.kind == .base ? nil : line.criterion.kind.title),
          .text(line.criterion.max?.text), .int(line.depth), .bool(!line.isScored),
          .bool(line.criterion.needsEvidence),
          .some(
            sheets.map { sheet in
              .record(
                Self.scoreShape,
                [.text(sheet.own.lines[place]?.text), .text(sheet.given.lines[place]?.text)])
            }),
        ])
    }
  }
}
