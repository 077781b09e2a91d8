#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "lexicon/lexicon.hpp"

namespace bienban::lexicon {

/// One table: its file name ("themes.tsv") and its text.
struct Table {
	std::string file;
	std::string content;
};

/// Tables → lexicon. Every fault found is added to `faults`; the lexicon is of use only where there is none.
std::shared_ptr<const Lexicon> build(const std::vector<Table>& tables, std::vector<base::Error>& faults);

}  // namespace bienban::lexicon
