UNWIND $ids AS id
CREATE (:YardEntity {id: id})
