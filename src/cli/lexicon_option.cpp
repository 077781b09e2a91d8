#include "cli/lexicon_option.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "lexicon/load.hpp"
#include "register/hash.hpp"

namespace bienban::cli {

namespace fs = std::filesystem;

base::Result<std::shared_ptr<const lexicon::Lexicon>> asked_lexicon(const Arguments& arguments) {
	const auto folder = arguments.value("--lexicon");
	if (!folder) return lexicon::load();
	std::error_code ignored;
	if (!fs::is_directory(*folder, ignored)) return base::fail("cli-folder", {}, *folder);
	return lexicon::load(fs::path{*folder});
}

std::string lexicon_version(const Arguments& arguments) {
	std::vector<std::pair<std::string, std::string>> tables;
	if (const auto folder = arguments.value("--lexicon")) {
		std::error_code ignored;
		for (const auto& entry : fs::directory_iterator{*folder, ignored}) {
			if (entry.path().extension() != ".tsv") continue;
			std::ifstream file{entry.path(), std::ios::binary};
			tables.emplace_back(entry.path().filename().string(),
			                    std::string{std::istreambuf_iterator<char>{file}, {}});
		}
	} else {
		for (const base::EmbeddedFile& file : base::embedded_lexicon()) tables.emplace_back(file.name, file.content);
	}
	std::ranges::sort(tables);
	std::string all;
	for (const auto& [name, content] : tables) all.append(name).append(1, '\0').append(content).append(1, '\0');
	return registry::sha256(all).substr(0, 16);
}

}  // namespace bienban::cli
