#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "cli/batch.hpp"
#include "cli/lexicon_option.hpp"
#include "cli/open_register.hpp"
#include "report/describe.hpp"

namespace bienban::cli {

namespace {

/// Documents that are written at once: every batch costs a round trip to the disk.
constexpr std::size_t k_most_in_batch = 5000;
/// Bytes of their texts: memory must not grow with what is read.
constexpr std::size_t k_most_bytes = 32U << 20;
/// How long a document may wait for others. In a large register a batch takes longer the fewer documents share what is
/// joined anew: so it waits for more, as long as several times what the one before took.
constexpr std::chrono::milliseconds k_longest_wait{500};
constexpr int k_waits_for_a_write = 4;
constexpr std::chrono::milliseconds k_longest_wait_at_all{10'000};

/// The register cannot be written any more: ends the batch.
struct RegisterFailure {
	base::Error error;
};

/// Puts documents into the register in batches, and tells of each only when it is safe on the disk.
class Adder {
public:
	Adder(std::string path, Console& console, bool quiet)
	    : m_path(std::move(path)), m_console(console), m_quiet(quiet) {}

	base::Result<void> open() {
		auto opened = registry::Register::open(m_path, registry::Access::write);
		if (!opened) return tl::unexpected(std::move(opened.error()));
		m_register.emplace(std::move(*opened));
		return {};
	}

	void take(Product product) {
		if (m_waiting.empty()) m_since = std::chrono::steady_clock::now();
		m_bytes += product.prepared->text.size();
		m_sources.push_back(std::move(product.source));
		m_waiting.push_back(std::move(*product.prepared));
		if (m_waiting.size() >= k_most_in_batch || m_bytes >= k_most_bytes) write();
		write_if_late();
	}

	void write_if_late() {
		if (!m_waiting.empty() && std::chrono::steady_clock::now() - m_since >= m_wait) write();
	}

	void write() {
		if (m_waiting.empty()) return;
		// A register that does not exist is made only when there is something to put into it.
		if (!m_register) {
			if (auto opened = open(); !opened) throw RegisterFailure{opened.error()};
		}
		std::vector<registry::Added> added;
		const auto begun = std::chrono::steady_clock::now();
		try {
			added = m_register->add(m_waiting);
		} catch (const registry::StoreError& failure) {
			throw RegisterFailure{failed_register(m_path, registry::Access::write, failure)};
		}
		const auto took =
		    std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
		m_wait = std::clamp(took * k_waits_for_a_write, k_longest_wait, k_longest_wait_at_all);
		for (std::size_t i = 0; i < added.size(); ++i) tell(added[i], m_sources[i], m_waiting[i].entry);
		// What was told stays told whatever comes.
		m_console.flush();
		m_waiting.clear();
		m_sources.clear();
		m_bytes = 0;
	}

	/// How many of each outcome there were: a line on a terminal, where those of single documents may be far away.
	void tell_sums() {
		if (!m_console.errors_are_terminal()) return;
		std::vector<std::string> sums;
		for (const std::size_t sum : m_sums) {
			sums.push_back(report::number_words(static_cast<double>(sum), m_console.layout().lang));
		}
		m_console.note(m_console.messages().text("added-sums", sums) + "\n");
	}

private:
	void tell(const registry::Added& added, const std::string& source, const registry::ReadingEntry& entry) {
		constexpr std::array k_messages = {"added", "read-again", "already-there"};
		const auto outcome = static_cast<std::size_t>(added.outcome);
		++m_sums.at(outcome);
		if (m_quiet) return;
		m_console.out(m_console.messages().text(k_messages.at(outcome),
		                                        {report::harmless(source), std::to_string(entry.records.size()),
		                                         std::to_string(entry.people.size())}) +
		              "\n");
	}

	std::string m_path;
	Console& m_console;
	bool m_quiet;
	std::optional<registry::Register> m_register;
	std::vector<registry::Prepared> m_waiting;
	std::vector<std::string> m_sources;
	std::size_t m_bytes = 0;
	std::chrono::steady_clock::time_point m_since;
	std::chrono::milliseconds m_wait = k_longest_wait;
	std::array<std::size_t, 3> m_sums{};
};

}  // namespace

ExitCode add_command(const Arguments& arguments, Console& console) {
	const std::string path = register_path(arguments);
	Adder adder{path, console, arguments.has("--quiet")};
	// A register that cannot be used is told before hours of reading.
	std::error_code ignored;
	if (std::filesystem::exists(path, ignored)) {
		if (const auto opened = adder.open(); !opened) {
			console.error(opened.error());
			return ExitCode::could_not;
		}
	}
	const auto lexicon = asked_lexicon(arguments);
	if (!lexicon) {
		console.error(lexicon.error());
		return ExitCode::could_not;
	}
	const registry::Versions versions{.program = BIENBAN_VERSION, .lexicon = lexicon_version(arguments)};
	const auto make = [&](model::Document document, const model::Reading& reading, registry::Origin origin) {
		Product product;
		product.prepared = registry::prepare(std::move(document), reading, versions, std::move(origin));
		return product;
	};
	const auto take = [&](Product product) -> base::Result<void> {
		adder.take(std::move(product));
		return {};
	};
	const registry::Originals originals{path};
	// While a batch is written the readers go on, up to half a batch ahead.
	const BatchOptions options{.operands = arguments.operands,
	                           .jobs = jobs_of(arguments),
	                           .mentions = false,
	                           .unlocked = unlocked_of(arguments),
	                           .keep = [&](int descriptor) { return originals.keep(descriptor); },
	                           .documents_for_each = k_most_in_batch / 4};
	try {
		const ExitCode code = run_batch(options, **lexicon, console, make, take, [&] { adder.write_if_late(); });
		adder.write();
		adder.tell_sums();
		console.flush();
		return code;
	} catch (const RegisterFailure& failure) {
		// The next documents would fail in the same way; what was told before is in the register.
		console.error(failure.error);
		return ExitCode::could_not;
	}
}

}  // namespace bienban::cli
