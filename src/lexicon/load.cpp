#include "lexicon/load.hpp"

#include <fstream>
#include <sstream>

#include "base/embedded.hpp"
#include "lexicon/builder.hpp"

namespace bienban::lexicon {
namespace {

/// The tables of the folder, each that it lacks being the one built in.
std::vector<Table> tables_of(const std::optional<std::filesystem::path>& folder, std::vector<base::Error>& faults) {
	std::vector<Table> tables;
	for (const auto& file : base::embedded_lexicon())
		tables.push_back({std::string(file.name), std::string(file.content)});
	if (!folder) return tables;
	std::error_code error;
	if (!std::filesystem::is_directory(*folder, error)) {
		faults.push_back({"lexicon-no-folder", {folder->string()}, folder->string(), 0});
		return tables;
	}
	bool any = false;
	for (auto& table : tables) {
		const auto path = *folder / table.file;
		if (!std::filesystem::exists(path, error)) continue;
		any = true;
		std::ifstream in(path, std::ios::binary);
		std::ostringstream content;
		if (!in || !(content << in.rdbuf())) {
			faults.push_back({"lexicon-unreadable", {path.string()}, path.string(), 0});
			continue;
		}
		table.content = content.str();
	}
	if (!any) faults.push_back({"lexicon-no-tables", {folder->string()}, folder->string(), 0});
	return tables;
}

}  // namespace

base::Result<std::shared_ptr<const Lexicon>> load(const std::optional<std::filesystem::path>& folder) {
	std::vector<base::Error> faults;
	auto lexicon = build(tables_of(folder, faults), faults);
	if (!faults.empty()) return tl::unexpected(faults.front());
	return lexicon;
}

std::vector<base::Error> check(const std::optional<std::filesystem::path>& folder) {
	std::vector<base::Error> faults;
	build(tables_of(folder, faults), faults);
	return faults;
}

}  // namespace bienban::lexicon
