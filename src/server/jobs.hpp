#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/messages.hpp"
#include "base/result.hpp"
#include "server/http.hpp"

/// Work that takes longer than an answer may.
namespace bienban::server {

class State;

enum class JobKind : std::uint8_t { upload, rebuild };
inline constexpr auto k_job_kind_names = std::to_array<std::string_view>({"upload", "rebuild"});

enum class JobState : std::uint8_t { waiting, running, done, failed, cancelled };
inline constexpr auto k_job_state_names =
    std::to_array<std::string_view>({"waiting", "running", "done", "failed", "cancelled"});

enum class FileState : std::uint8_t { waiting, added, reread, already_there, failed, left_out };
inline constexpr auto k_file_state_names =
    std::to_array<std::string_view>({"waiting", "added", "reread", "already-there", "failed", "left-out"});

/// What became of one file, or of one document in it.
struct JobFile {
	std::string name;
	FileState state = FileState::waiting;
	std::int64_t document = 0;
	std::size_t records = 0;
	std::size_t people = 0;
	std::string message;
};

struct JobView {
	std::string id;
	JobKind kind = JobKind::upload;
	JobState state = JobState::waiting;
	std::string by;
	std::string created;
	std::string finished;
	std::int64_t done = 0;
	std::int64_t total = 0;
	std::string message;
	std::vector<JobFile> files;
};

/// One job after another, on a thread of its own. May be used by many threads.
class Jobs {
public:
	explicit Jobs(State& state);
	/// Ends the job at work between two files.
	~Jobs();
	Jobs(const Jobs&) = delete;
	Jobs& operator=(const Jobs&) = delete;

	/// Reads uploaded files into the register, as `bienban add` does; the files are gone afterwards.
	JobView upload(const std::string& by, const std::vector<UploadedFile>& files, base::Lang lang);
	JobView rebuild(const std::string& by, base::Lang lang);

	/// The newest first; of those that are over only the latest are kept.
	std::vector<JobView> list();
	std::optional<JobView> find(const std::string& id);
	/// Fails with "job-unknown" or "job-over".
	base::Result<JobView> cancel(const std::string& id);

private:
	struct Job {
		JobView view;
		base::Lang lang = base::Lang::vi;
		std::vector<UploadedFile> files;
		std::atomic<bool> cancelled = false;
	};

	JobView add(Job& job);
	void work();
	void run(Job& job);
	void run_upload(Job& job);
	void run_rebuild(Job& job);
	void finish(Job& job, JobState state, std::string message = {});

	State& m_state;
	std::mutex m_mutex;  // guards all below, and the view of every job
	std::condition_variable m_changed;
	std::list<Job> m_jobs;  ///< the newest stands last
	bool m_ending = false;
	std::thread m_thread;
};

}  // namespace bienban::server
