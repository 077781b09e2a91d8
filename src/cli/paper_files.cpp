#include "cli/paper_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>

#include "paper/writers.hpp"

namespace bienban::cli {

namespace {

constexpr auto k_forms = std::to_array<std::string_view>({"terminal", "html", "docx", "xlsx", "json", "md"});

std::optional<Form> form_of(std::string_view name) {
	const auto found = std::ranges::find(k_forms, name);
	if (found == k_forms.end()) return std::nullopt;
	return static_cast<Form>(found - k_forms.begin());
}

/// By the ending of the file's name.
base::Result<Form> form_of_file(const std::string& file) {
	const std::string ending = std::filesystem::path{file}.extension().string();
	const auto form = form_of(std::string_view{ending}.substr(ending.empty() ? 0 : 1));
	if (!form) return base::fail("cli-output-format", {file});
	return *form;
}

/// The same for all names of one file: "r.md" and "./r.md".
std::string one_name(const std::string& file) {
	std::error_code ignored;
	const auto whole = std::filesystem::weakly_canonical(std::filesystem::absolute(file, ignored), ignored);
	return whole.empty() ? file : whole.string();
}

}  // namespace

base::Result<std::vector<AskedForm>> asked_forms(const Arguments& arguments) {
	const std::vector<std::string> files = arguments.all("--output");
	const auto name = arguments.value("--format");
	if (name && files.size() > 1) return base::fail("cli-output-forms");
	if (files.size() <= 1) {
		const auto file = arguments.value("--output");
		auto form = name ? base::Result<Form>{form_of(*name).value_or(Form::terminal)}
		                 : (file ? form_of_file(*file) : base::Result<Form>{Form::terminal});
		if (!form) return tl::unexpected(std::move(form.error()));
		const bool binary = *form == Form::docx || *form == Form::xlsx;
		if (binary && !file) return base::fail("cli-option-missing", {"--output", "FILE." + *name});
		return std::vector{AskedForm{*form, file}};
	}
	std::vector<AskedForm> asked;
	std::set<std::string> names;
	for (const std::string& file : files) {
		auto form = form_of_file(file);
		if (!form) return tl::unexpected(std::move(form.error()));
		if (!names.insert(one_name(file)).second) return base::fail("cli-output-twice", {}, file);
		asked.push_back({*form, file});
	}
	return asked;
}

paper::Length length_of(Form form) {
	return form == Form::json || form == Form::xlsx ? paper::Length::whole : paper::Length::page;
}

base::Result<std::string> written(const paper::Paper& paper, Form form, const report::Layout& layout) {
	switch (form) {
		case Form::terminal: return paper::terminal(paper, layout);
		case Form::html: return paper::html(paper);
		case Form::docx: return paper::docx(paper);
		case Form::xlsx: return paper::xlsx(paper);
		case Form::json: return paper::json(paper);
		case Form::md: return paper::markdown(paper);
	}
	return std::string{};
}

}  // namespace bienban::cli
