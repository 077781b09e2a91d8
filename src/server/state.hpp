#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "register/register.hpp"
#include "server/accounts.hpp"
#include "server/answer_cache.hpp"
#include "server/kept_review.hpp"

namespace bienban::lexicon {
class Lexicon;
}

namespace bienban::server {

class Jobs;

/// What a server is started with.
struct Settings {
	std::filesystem::path register_path;
	std::string address = "127.0.0.1";
	std::uint16_t port = 8080;
	std::optional<std::string> proxy;  ///< the origin under which a proxy with TLS shows this server
	unsigned workers = 4;
	registry::Versions versions;                                                     ///< of what reads documents
	std::function<base::Result<std::shared_ptr<const lexicon::Lexicon>>()> lexicon;  ///< loaded when first needed
	/// Told of what failed in the machine, in one line; from any thread.
	std::function<void(const std::string& line)> log = [](const std::string&) {};
};

/// What all requests share: the register with a handle for each worker to read by and one to write by, the accounts,
/// the jobs, and answers that may be given again.
class State {
public:
	/// Opens the register, which is made where it is missing, and the accounts. Fails as registry::Register::open() and
	/// Accounts::open() do.
	static base::Result<std::unique_ptr<State>> open(Settings settings);
	~State();
	State(const State&) = delete;
	State& operator=(const State&) = delete;

	const Settings& settings() const { return m_settings; }
	Accounts& accounts() { return *m_accounts; }
	AnswerCache& cache() { return m_cache; }
	/// Pictures of pages: large, and true as long as the file is the same.
	AnswerCache& pictures() { return m_pictures; }
	KeptReview& review() { return m_review; }
	Jobs& jobs() { return *m_jobs; }
	const std::string& started() const { return m_started; }

	/// The register as this worker reads it. Throws registry::StoreError.
	registry::Register& reader(std::size_t worker) { return m_readers.at(worker); }

	/// Does `work` with the register as it is written; one at a time. Throws registry::StoreError.
	template <typename Work>
	auto write(const Work& work) {
		const std::scoped_lock lock{m_write_mutex};
		return work(*m_writer);
	}

	/// The frozen lexicon. Fails as Settings::lexicon does.
	base::Result<std::shared_ptr<const lexicon::Lexicon>> lexicon();

	/// The folder beside the register for what was uploaded, and the one for what is coming in.
	std::filesystem::path uploads() const;

private:
	explicit State(Settings settings);

	Settings m_settings;
	std::string m_started;
	std::unique_ptr<Accounts> m_accounts;
	std::vector<registry::Register> m_readers;
	std::mutex m_write_mutex;
	std::optional<registry::Register> m_writer;
	std::mutex m_lexicon_mutex;
	std::shared_ptr<const lexicon::Lexicon> m_lexicon;
	AnswerCache m_cache;
	AnswerCache m_pictures{32U << 20};
	KeptReview m_review;
	std::unique_ptr<Jobs> m_jobs;
};

}  // namespace bienban::server
