// How many megabytes of documents one core turns into records in a second, text in memory to records out.
//
//   bienban_throughput FOLDER...        a line for each folder's documents, and one for unrelated text
//   bienban_throughput --unrelated N    writes N bytes of unrelated documents, a form feed on a line between them
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"
#include "reading/read.hpp"
#include "unrelated.hpp"

namespace {

constexpr std::size_t k_bytes = 20'000'000;
constexpr int k_rounds = 5;

struct Measured {
	double reading = 0;  ///< seconds until the clean text, of the best round
	double all = 0;      ///< seconds until the records, of the best round
	std::size_t bytes = 0;
	std::size_t records = 0;
};

std::vector<std::string> documents_of(const std::filesystem::path& folder) {
	std::vector<std::filesystem::path> files;
	for (const auto& entry : std::filesystem::directory_iterator(folder)) {
		const auto extension = entry.path().extension();
		if (extension == ".txt" || extension == ".html" || extension == ".htm") files.push_back(entry.path());
	}
	std::sort(files.begin(), files.end());
	std::vector<std::string> documents;
	for (const auto& file : files) {
		std::ifstream in(file, std::ios::binary);
		documents.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
	}
	return documents;
}

/// Seconds that this thread has had of its core: what others do on the machine meanwhile does not count.
double seconds_of_work() {
	timespec now{};
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Reads the documents over and over until k_bytes have been read; the best of some rounds, because caches and
/// clock rates are shared with what else runs.
Measured measure(const std::vector<std::string>& documents, const bienban::lexicon::Lexicon& lexicon) {
	Measured best;
	for (int round = 0; round < k_rounds; ++round) {
		Measured now;
		while (now.bytes < k_bytes) {
			for (const std::string& bytes : documents) {
				const auto start = seconds_of_work();
				const auto document = bienban::reading::read("-", bytes);
				now.reading += seconds_of_work() - start;
				if (document) now.records += bienban::extraction::extract(*document, lexicon).records.size();
				now.all += seconds_of_work() - start;
				now.bytes += bytes.size();
			}
		}
		if (round == 0 || now.all < best.all) best = now;
	}
	return best;
}

void print(std::string_view name, const Measured& m) {
	const double megabytes = static_cast<double>(m.bytes) / 1e6;
	std::printf("%-28.*s %8.1f MB/s   reading alone %8.1f MB/s   %zu records in %.1f MB\n",
	            static_cast<int>(name.size()), name.data(), megabytes / m.all, megabytes / m.reading, m.records,
	            megabytes);
}

int write_unrelated(std::size_t bytes) {
	const auto documents = bienban::bench::unrelated_documents(std::min(bytes, k_bytes));
	for (std::size_t written = 0; written < bytes;) {
		for (const std::string& document : documents) {
			std::fwrite(document.data(), 1, document.size(), stdout);
			std::fputs("\f\n", stdout);
			written += document.size() + 2;
			if (written >= bytes) break;
		}
	}
	return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
	const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
	if (argc == 3 && std::string_view(arguments[1]) == "--unrelated") {
		return write_unrelated(std::strtoull(arguments[2], nullptr, 10));
	}
	const auto lexicon = bienban::lexicon::load();
	if (!lexicon) {
		std::fprintf(stderr, "the lexicon has a fault: %s:%u: %s\n", lexicon.error().file.c_str(), lexicon.error().line,
		             lexicon.error().message.c_str());
		return EXIT_FAILURE;
	}
	for (const char* folder : arguments.subspan(1)) {
		const auto documents = documents_of(folder);
		if (!documents.empty()) print(std::filesystem::path(folder).filename().string(), measure(documents, **lexicon));
	}
	print("unrelated text", measure(bienban::bench::unrelated_documents(k_bytes), **lexicon));
	return EXIT_SUCCESS;
}
