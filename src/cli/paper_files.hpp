#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/command.hpp"
#include "paper/compose.hpp"
#include "paper/paper.hpp"
#include "report/layout.hpp"

/// The forms in which a paper is asked for.
namespace bienban::cli {

enum class Form : std::uint8_t { terminal, html, docx, xlsx, json, md };

/// One form, and the file that it goes to; standard output where there is none.
struct AskedForm {
	Form form = Form::terminal;
	std::optional<std::string> file;
};

/// What --output and --format ask for: one form, or several, each in a file of its own. Fails with
/// "cli-output-format", "cli-output-forms", "cli-output-twice" or "cli-option-missing": a wrong command line.
base::Result<std::vector<AskedForm>> asked_forms(const Arguments& arguments);

/// Whether a form has all rows of all tables, or what a page has room for.
paper::Length length_of(Form form);

/// The paper in a form; `layout` is for terminals.
base::Result<std::string> written(const paper::Paper& paper, Form form, const report::Layout& layout);

}  // namespace bienban::cli
