// A world of cooperation between provinces of two countries, told by its newspapers, with the truth beside it: what the
// joining of records into facts is judged by, and what the register is filled with where its size is measured.
//
//   bienban_world --documents N [--seed S] [--pairs P] [--from YEAR] [--years Y] --out FOLDER|-
//
// FOLDER gets documents.txt, truth.jsonl, facts.jsonl and gaps.jsonl (see README.md); "-" writes the documents alone to
// standard output.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "world_desk.hpp"

namespace {

using bienban::bench::Desk;
using bienban::bench::Event;
using bienban::bench::EventKind;
using bienban::bench::Year;

/// A file that is written through a large buffer; the program ends where the disk is full.
class Out {
public:
	explicit Out(std::FILE* file) : m_file(file) { m_buffer.reserve(k_buffer + 65536); }
	~Out() { flush(); }
	Out(const Out&) = delete;
	Out& operator=(const Out&) = delete;

	void write(std::string_view text) {
		m_buffer += text;
		if (m_buffer.size() >= k_buffer) flush();
	}

	void flush() {
		if (m_file != nullptr &&
		    (std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_file) != m_buffer.size() || std::fflush(m_file) != 0)) {
			std::fprintf(stderr, "bienban_world: the output could not be written\n");
			std::exit(EXIT_FAILURE);
		}
		m_buffer.clear();
	}

private:
	static constexpr std::size_t k_buffer = 1U << 20U;
	std::FILE* m_file;  ///< null: nothing is kept
	std::string m_buffer;
};

/// Which texts have been written, by a hash of 64 bits: no two documents may be the same.
class Seen {
public:
	explicit Seen(std::size_t documents) {
		std::size_t size = 1024;
		while (size < documents * 2) size *= 2;
		m_slots.assign(size, 0);
	}

	/// Whether this text is new; it is not from now on.
	bool add(std::string_view text) {
		std::uint64_t hash = 1469598103934665603ULL;
		for (std::size_t i = 0; i + 8 <= text.size(); i += 8) {
			std::uint64_t word = 0;
			__builtin_memcpy(&word, text.data() + i, 8);
			hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
			hash ^= hash >> 29U;
		}
		hash |= 1;  // 0 is an empty slot
		const std::size_t mask = m_slots.size() - 1;
		for (std::size_t at = hash >> 20U & mask;; at = (at + 1) & mask) {
			if (m_slots[at] == hash) return false;
			if (m_slots[at] == 0) {
				m_slots[at] = hash;
				return true;
			}
		}
	}

private:
	std::vector<std::uint64_t> m_slots;
};

class Press {
public:
	Press(const bienban::bench::World& world, std::FILE* documents, std::FILE* truth, std::FILE* facts, std::FILE* gaps)
	    : m_world(world),
	      m_desk(world),
	      m_seen(world.documents),
	      m_documents(documents),
	      m_truth(truth),
	      m_facts(facts),
	      m_gaps(gaps),
	      m_with_truth(truth != nullptr) {}

	void run() {
		for (int year = m_world.from; year < m_world.from + m_world.years; ++year) {
			for (std::size_t number = 0; number < m_world.relations; ++number) {
				const auto relation = bienban::bench::relation_of(number, m_world.pairs);
				const Year now = bienban::bench::year_of(m_world, relation, year);
				if (now.events.empty()) continue;
				m_desk.enter(relation, now);
				print(now);
			}
		}
	}

private:
	void print(const Year& year) {
		std::vector<std::size_t> first(year.events.size());
		for (const Event& event : year.events) {
			first[event.number] = m_number + 1;
			for (int i = 0; i < event.reports; ++i) {
				for (int attempt = 0;; ++attempt) {
					m_desk.report(event, i, attempt);
					if (m_seen.add(m_desk.text())) break;
				}
				put();
			}
		}
		for (int i = 0; i < year.reviews; ++i) {
			for (int attempt = 0;; ++attempt) {
				m_desk.review(i, attempt);
				if (m_seen.add(m_desk.text())) break;
			}
			put();
		}
		if (m_with_truth) put_facts(year, first);
	}

	void put() {
		if (m_number++ > 0) m_documents.write("\f\n");
		m_documents.write(m_desk.text());
		m_documents.write("\n");
		if (!m_with_truth) return;
		const auto written = m_desk.written();
		m_line = "{\"document\": " + std::to_string(m_number) +
		         ", \"published\": " + (written.published.empty() ? "null" : '"' + written.published + '"') +
		         ", \"mentions\": [";
		bool comma = false;
		for (const auto& mention : written.mentions) {
			const auto& told = written.told[mention.told];
			m_line += comma ? ", " : "";
			comma = true;
			m_line += "{\"fact\": \"" + told.fact + "\", \"type\": \"" + std::string(told.type) +
			          "\", \"start\": " + std::to_string(mention.start) + ", \"end\": " + std::to_string(mention.end) +
			          ", \"values\": {" + mention.values +
			          "}, \"contradiction\": " + (told.wrong.empty() ? "null" : '"' + std::string(told.wrong) + '"') +
			          '}';
		}
		m_line += "]}\n";
		m_truth.write(m_line);
	}

	/// Which field of this fact the event's contradiction touches; empty where none.
	std::string_view touched(const Year& year, const Event& event, const Desk::Truth& truth, bool& derived) const {
		derived = false;
		if (!event.contradiction) return "";
		const auto& c = *event.contradiction;
		const auto is = [&](char key) { return truth.fact == m_desk.fact(year, event, key); };
		if (c.field == "figure") return truth.fact == m_desk.figure_fact(year, c.which) ? "value" : "";
		if (c.field == "gift") return is('s') ? "value" : "";
		if (c.field == "term") return is('g') ? "term" : "";
		if (c.field != "date") return is('m') ? c.field : "";
		if (event.kind == EventKind::twinning && is('t')) return "since";
		if (is('m') || is('v') || is('p')) return "date";
		// What happened on the occasion gets its day from it.
		derived = event.kind != EventKind::aid;
		if (is('g')) return "signed";
		return is('s') ? "period" : "";
	}

	void put_facts(const Year& year, const std::vector<std::size_t>& first) {
		const auto put_one = [&](const Desk::Truth& truth, const Event* event) {
			bool derived = false;
			const std::string_view field = event != nullptr ? touched(year, *event, truth, derived) : "";
			m_line = "{\"fact\": \"" + truth.fact + "\", \"type\": \"" + std::string(truth.type) + "\", \"values\": {" +
			         truth.values + "}, \"contradictions\": [";
			if (!field.empty()) {
				const std::size_t right = first[event->number];
				m_line += "{\"field\": \"" + std::string(field) + "\", \"documents\": [" + std::to_string(right) +
				          ", " + std::to_string(right + event->contradiction->report) +
				          "], \"derived\": " + (derived ? "true" : "false") + '}';
			}
			m_line += "]}\n";
			m_facts.write(m_line);
		};
		for (const Event& event : year.events) {
			if (event.reports == 0) continue;
			for (const auto& truth : m_desk.truth_of(event)) put_one(truth, &event);
		}
		for (const auto& truth : m_desk.truth_of_year()) put_one(truth, &year.events.front());
		for (const auto& truth : m_desk.truth_of_term()) put_one(truth, nullptr);
		for (const auto& gap : m_desk.gaps()) m_gaps.write('{' + gap + "}\n");
	}

	const bienban::bench::World& m_world;
	Desk m_desk;
	Seen m_seen;
	Out m_documents;
	Out m_truth;
	Out m_facts;
	Out m_gaps;
	bool m_with_truth;
	std::size_t m_number = 0;
	std::string m_line;
};

struct Options {
	std::size_t documents = 0;
	std::uint64_t seed = 1;
	std::size_t pairs = 10;
	int from = 2000;
	int years = 25;
	std::string out;
};

bool parse(std::span<char*> arguments, Options& options) {
	for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
		const std::string_view name = arguments[i];
		const char* value = arguments[i + 1];
		if (name == "--out") {
			options.out = value;
			continue;
		}
		char* end = nullptr;
		const auto number = std::strtoull(value, &end, 10);
		if (*value == '\0' || *end != '\0' || number > 100'000'000) return false;
		if (name == "--documents") {
			options.documents = number;
		} else if (name == "--seed") {
			options.seed = number;
		} else if (name == "--pairs") {
			options.pairs = number;
		} else if (name == "--from") {
			options.from = static_cast<int>(number);
		} else if (name == "--years") {
			options.years = static_cast<int>(number);
		} else {
			return false;
		}
	}
	// Vietnamese districts and several provinces ended in 2025; the world's names are those of before.
	return arguments.size() % 2 == 1 && options.documents > 0 && !options.out.empty() && options.pairs > 0 &&
	       options.pairs <= bienban::bench::province_pairs().size() && options.years > 0 && options.from >= 1980 &&
	       options.from + options.years <= 2025;
}

}  // namespace

int main(int argc, char** argv) {
	Options options;
	if (!parse(std::span(argv, static_cast<std::size_t>(argc)), options)) {
		std::fprintf(
		    stderr,
		    "usage: bienban_world --documents N [--seed S] [--pairs 1-%zu] [--from 1980-2024] [--years Y, up to "
		    "2024] --out FOLDER|-\n",
		    bienban::bench::province_pairs().size());
		return 2;
	}
	const auto world =
	    bienban::bench::world_of(options.seed, options.documents, options.pairs, options.from, options.years);
	if (options.out == "-") {
		Press(world, stdout, nullptr, nullptr, nullptr).run();
		return EXIT_SUCCESS;
	}
	const std::filesystem::path folder = options.out;
	std::error_code failed;
	std::filesystem::create_directories(folder, failed);
	const auto open = [&](const char* name) {
		return std::unique_ptr<std::FILE, int (*)(std::FILE*)>(std::fopen((folder / name).c_str(), "wb"), &std::fclose);
	};
	const auto documents = open("documents.txt");
	const auto truth = open("truth.jsonl");
	const auto facts = open("facts.jsonl");
	const auto gaps = open("gaps.jsonl");
	if (!documents || !truth || !facts || !gaps) {
		std::fprintf(stderr, "bienban_world: %s cannot be written to\n", folder.c_str());
		return EXIT_FAILURE;
	}
	Press(world, documents.get(), truth.get(), facts.get(), gaps.get()).run();
	return EXIT_SUCCESS;
}
