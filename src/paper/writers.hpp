#pragma once

#include <string>

#include "base/result.hpp"
#include "paper/paper.hpp"
#include "report/layout.hpp"

/// A paper in the formats that people and programs take.
namespace bienban::paper {

/// For a terminal.
std::string terminal(const Paper& paper, const report::Layout& layout);

/// All of the paper with the backing of every sentence, cell and mark. docs/review.md describes it.
std::string json(const Paper& paper);

std::string markdown(const Paper& paper);

/// One page that needs nothing else: no script, no foreign address. Each number of a source leads to its quotes.
std::string html(const Paper& paper);

/// Office Open XML: a document laid out as Decree 30/2020/NĐ-CP has it. Gives the bytes of the file; fails with
/// "paper-not-written" where the library fails.
base::Result<std::string> docx(const Paper& paper);

/// Office Open XML: a workbook with a sheet for each table, the quotes and the sources. As docx().
base::Result<std::string> xlsx(const Paper& paper);

}  // namespace bienban::paper
